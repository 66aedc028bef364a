import { clipFolders, groupFiles } from '../../engine/table/grouping.js';
import type { TableHandlers } from './serve.js';

export const group: TableHandlers['group'] = (_room, { files, clips }) =>
  Promise.resolve({ groups: groupFiles([...files, ...clipFolders(clips)]) });
