import type { DataGroup, DataMember } from '../engine/table/grouping.js';

/**
 * What a table made of these files is likely to be compared with: of each file its test file, by the names. A file that
 * is neither training nor test data stands for both. Nothing where there is no such test data: nothing is found between a
 * test file and its training file that is not found the other way round.
 */
export function likelyTest(
  files: readonly string[],
  groups: readonly DataGroup[],
): readonly string[] | undefined {
  const tests = files.map((path) => testOf(path, groups));
  const known = tests.flatMap((test) => test ?? []);
  if (known.length < files.length || known.every((test, at) => test === files[at]))
    return undefined;
  return known;
}

function testOf(path: string, groups: readonly DataGroup[]): string | undefined {
  const members = groups.find((group) => memberOf(group, path))?.members ?? [];
  const self = members.find(({ file }) => file.path === path);
  if (self === undefined || self.role === 'test' || self.role === 'predictions') return undefined;
  const beside = members.filter((each) => each.part === self.part && each !== self);
  const found =
    beside.find(({ role }) => role === 'test') ?? beside.find(({ role }) => role === 'validation');
  return found?.file.path ?? (self.role === undefined ? path : undefined);
}

function memberOf({ members }: DataGroup, path: string): DataMember | undefined {
  return members.find(({ file }) => file.path === path);
}
