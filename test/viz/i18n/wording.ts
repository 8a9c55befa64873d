import ts from 'typescript';

/** Attributes that a person reads or hears. */
const READ = new Set(['aria-label', 'aria-valuetext', 'aria-roledescription', 'alt', 'label', 'placeholder', 'title']);
/** An entity is a sign by its name. */
const ENTITY = /&\w+;/g;
/** Two letters together: signs, units and keys of one letter are the same in every language. */
const WORD = /\p{L}{2}/u;

/** Texts that a view has of its own, where they should stand among those of the languages: `line: text`. */
export function wordsIn(code: string, proper: ReadonlySet<string>): string[] {
  const file = ts.createSourceFile('view.tsx', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const tell = (node: ts.Node, text: string): void => {
    const bare = text.replace(ENTITY, ' ').trim();
    if (!WORD.test(bare) || proper.has(bare)) return;
    found.push(`${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${bare}`);
  };
  const literals = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) tell(node, node.text);
    else if (ts.isTemplateExpression(node)) {
      tell(node, [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join(' '));
    } else if (ts.isConditionalExpression(node)) {
      literals(node.whenTrue);
      literals(node.whenFalse);
    } else if (ts.isParenthesizedExpression(node) || ts.isJsxExpression(node)) {
      if (node.expression) literals(node.expression);
    } else if (ts.isBinaryExpression(node)) literals(node.right);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) tell(node, node.text);
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) literals(node);
    if (ts.isJsxAttribute(node) && READ.has(node.name.getText()) && node.initializer) literals(node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
