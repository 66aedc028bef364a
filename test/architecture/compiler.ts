import path from 'node:path';
import ts from 'typescript';
import { root } from './project.js';

/** The compiler's errors on each line, the line being the whole of a file in `src/<folder>`. */
export function compileIn(
  folder: string,
  lines: readonly string[],
): readonly (readonly string[])[] {
  const home = path.join(root, 'src', folder);
  const config = ts.readConfigFile(path.join(home, 'tsconfig.json'), (file) =>
    ts.sys.readFile(file),
  );
  const parsed = ts.parseJsonConfigFileContent(config.config, ts.sys, home);
  // A composite project wants every file listed, and these lines are in no list.
  const options = { ...parsed.options, composite: false };
  const host = ts.createCompilerHost(options);
  const files = new Map(
    lines.map((line, index) => [path.join(home, `line${index}.ts`), `${line}\nexport {};\n`]),
  );
  const readReal = host.getSourceFile.bind(host);
  host.getSourceFile = (name, languageVersion) => {
    const text = files.get(name);
    return text === undefined
      ? readReal(name, languageVersion)
      : ts.createSourceFile(name, text, languageVersion);
  };
  const program = ts.createProgram({ rootNames: [...files.keys()], options, host });
  return [...files.keys()].map((file) =>
    program
      .getSemanticDiagnostics(program.getSourceFile(file))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
  );
}
