import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import * as library from '../../sim/index.ts';
import { golden } from './golden-file.ts';

const file = fileURLToPath(new URL('../../sim/index.ts', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const { options } = ts.getParsedCommandLineOfConfigFile(
  `${root}tsconfig.sim.json`,
  {},
  { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
)!;
const program = ts.createProgram([file], options);
const checker = program.getTypeChecker();
const symbols = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)!)!);

describe('the library’s door', () => {
  it('offers what it did, so that a removal is seen', () => {
    const values = Object.keys(library).sort();
    const types = symbols.map(({ name }) => name).filter((name) => !values.includes(name));
    golden('library-names.json', { values, types: types.sort() });
  });

  it('says of every function what it is', () => {
    const silent = symbols.filter((symbol) => {
      const found = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      const declared = found.valueDeclaration;
      if (!declared || checker.getTypeOfSymbol(found).getCallSignatures().length === 0) return false;
      return found.getDocumentationComment(checker).length === 0 && found.getJsDocTags(checker).length === 0;
    });
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});
