/** What the linter has no rule for, found in the syntax tree: faults of engine/ and functions that are too long. */
import {
  parseSync,
  Visitor,
  type Argument,
  type Node,
  type Program,
  type VariableDeclaration,
} from "oxc-parser";

/** The name of a broken rule and where, counted from 1. */
export interface Fault {
  readonly rule: string;
  readonly line: number;
}

const COMPARING = new Set(["sort", "toSorted"]);
const COLLECTIONS = new Set(["Map", "Set", "WeakMap", "WeakSet"]);

/** Faults that would cost engine/ its purity or its bits, in the order of the text. */
export function engineFaults(path: string, text: string): Fault[] {
  const program = parsed(path, text);
  const found: { rule: string; start: number }[] = [];
  const report = (rule: string, node: Node): unknown => found.push({ rule, start: node.start });
  const isMemberOfMath = new Set<Node>();
  for (const node of mutableModuleState(program)) report("module-state", node);
  new Visitor({
    BinaryExpression: (node) => node.operator === "**" && report("power", node),
    AssignmentExpression: (node) => node.operator === "**=" && report("power", node),
    // `Math.floor` is judged by the linter; any other use of the object could smuggle a function out of it.
    MemberExpression: (node) => !node.computed && isMemberOfMath.add(node.object),
    Identifier: (node) => node.name === "Math" && !isMemberOfMath.has(node) && report("math-alias", node),
    ForInStatement: (node) => report("for-in", node),
    ImportExpression: (node) => report("dynamic-import", node),
    MetaProperty: (node) => report("import-meta", node),
    CallExpression: ({ callee, arguments: [comparator] }) => {
      if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return;
      if (COMPARING.has(callee.property.name) && neverSaysEqual(comparator))
        report("unequal-comparator", callee);
    },
  }).visit(program);
  return found
    .toSorted((a, b) => a.start - b.start)
    .map(({ rule, start }) => ({ rule, line: lineAt(text, start) }));
}

/** Functions of more lines than `most`; a `describe` is a chapter of tests, not a function. */
export function longFunctions(path: string, text: string, most: number): Fault[] {
  const found: Fault[] = [];
  const chapters = new Set<Node>();
  const measure = (node: Node): void => {
    const line = lineAt(text, node.start);
    const count = lineAt(text, node.end) - line + 1;
    if (count > most && !chapters.has(node)) found.push({ rule: `function of ${count} lines`, line });
  };
  new Visitor({
    CallExpression: ({ callee, arguments: list }) => {
      if (text.slice(callee.start, callee.end).startsWith("describe"))
        for (const item of list) chapters.add(item);
    },
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
  }).visit(parsed(path, text));
  return found;
}

function parsed(path: string, text: string): Program {
  const { program, errors } = parseSync(path, text, { preserveParens: false });
  if (errors.length > 0) throw new Error(`no TypeScript: ${path}: ${errors[0].message}`);
  return program;
}

/** Variables of a module, and collections born empty, remember from one run to the next. */
function mutableModuleState(program: Program): VariableDeclaration[] {
  return program.body
    .map((item) => (item.type === "ExportNamedDeclaration" ? item.declaration : item))
    .filter((item) => item?.type === "VariableDeclaration")
    .filter((item) => item.kind !== "const" || item.declarations.some(({ init }) => isBornEmpty(init)));
}

function isBornEmpty(value: Node | null): boolean {
  if (value?.type === "ArrayExpression") return value.elements.length === 0;
  if (value?.type !== "NewExpression" || value.callee.type !== "Identifier") return false;
  return COLLECTIONS.has(value.callee.name) && value.arguments.length === 0;
}

/** `(a, b) => (a < b ? −1 : 1)`: equal items would be in an order that each engine's algorithm chooses. */
function neverSaysEqual(comparator: Argument | undefined): boolean {
  if (comparator?.type !== "ArrowFunctionExpression" || comparator.body.type !== "ConditionalExpression")
    return false;
  const { test, consequent, alternate } = comparator.body;
  const isOrder = test.type === "BinaryExpression" && /^[<>]=?$/.test(test.operator);
  return isOrder && isSign(consequent) && isSign(alternate);
}

function isSign(node: Node): boolean {
  if (node.type === "UnaryExpression") return isSign(node.argument);
  return node.type === "Literal" && typeof node.value === "number" && node.value !== 0;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
