import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ApiModel, type Operation, readApiModel, type Shape, shapeOf } from './api-model';

const printWidth = 110;

const head = `// Made from api-model.json by contract/generate.ts (npx tsx contract/generate.ts): do not edit.
// Every shape that an operation's input or output can reach, each after the shapes that it uses.

import { z } from 'zod';
import { enumeration, enumMap, integer, list, long, map, text, timestamp } from './constraints';
`;

/** The text of shapes.gen.ts, formatted as prettier would. */
export function generateShapes(model: ApiModel): string {
  const declarations = reachableShapes(model).map((name) => declaration(model, name));
  return [head, ...declarations].join('\n');
}

const operationsHead = `// Made from api-model.json by contract/generate.ts (npx tsx contract/generate.ts): do not edit.

import * as shapes from './shapes.gen';
`;

/** The text of operations.gen.ts, formatted as prettier would. */
export function generateOperations(model: ApiModel): string {
  const entries = Object.values(model.operations).map((operation) => operationEntry(model, operation));
  return `${operationsHead}\nexport const operations = {\n${entries.join('')}} as const;\n`;
}

function operationEntry(model: ApiModel, { name, http, input, output, errors }: Operation): string {
  const shape = shapeOf(model, input.shape);
  const members = shape.type === 'structure' ? Object.entries(shape.members) : [];
  const query = members.filter(([, { location }]) => location === 'querystring').map(([member]) => member);
  return [
    `  ${name}: {`,
    `    method: ${quoted(http.method)},`,
    `    uri: ${quoted(http.requestUri)},`,
    `    query: [${query.map(quoted).join(', ')}],`,
    `    input: shapes.${identifierOf(input.shape)},`,
    `    output: shapes.${identifierOf(output.shape)},`,
    errorsLine(errors.map((error) => quoted(error.shape))),
    '  },\n',
  ].join('\n');
}

function errorsLine(errors: string[]): string {
  const line = `    errors: [${errors.join(', ')}],`;
  return line.length <= printWidth
    ? line
    : `    errors: [\n${errors.map((error) => `      ${error},\n`).join('')}    ],`;
}

/**
 * What a shape is called in TypeScript: its own name, with `Shape` added to the few (Boolean, Date, Object, String)
 * that would hide one of JavaScript's globals.
 */
export function identifierOf(shapeName: string): string {
  return shapeName in globalThis ? `${shapeName}Shape` : shapeName;
}

/** Names of the shapes that operations reach, dependencies first; the model has no recursive shapes. */
function reachableShapes(model: ApiModel): string[] {
  const ordered = new Set<string>();
  const visit = (name: string, ancestors: readonly string[]): void => {
    if (ancestors.includes(name)) throw new Error(`Shape ${name} contains itself`);
    if (ordered.has(name)) return;
    for (const dependency of dependenciesOf(shapeOf(model, name))) visit(dependency, [...ancestors, name]);
    ordered.add(name);
  };
  for (const operation of Object.values(model.operations)) {
    visit(operation.input.shape, []);
    visit(operation.output.shape, []);
  }
  return [...ordered];
}

function dependenciesOf(shape: Shape): string[] {
  switch (shape.type) {
    case 'structure':
      return Object.values(shape.members).map((member) => member.shape);
    case 'list':
      return [shape.member.shape];
    case 'map':
      return [shape.key.shape, shape.value.shape];
    default:
      return [];
  }
}

function declaration(model: ApiModel, name: string): string {
  const identifier = identifierOf(name);
  const schema = schemaOf(model, shapeOf(model, name), `export const ${identifier} = `.length);
  return `export const ${identifier} = ${schema};\n${typeDeclaration(identifier)}\n`;
}

function typeDeclaration(identifier: string): string {
  const line = `export type ${identifier} = z.infer<typeof ${identifier}>;`;
  if (line.length <= printWidth) return line;
  return `export type ${identifier} = z.infer<\n  typeof ${identifier}\n>;`;
}

/** The expression for a shape; `column` is where it begins on its line. */
function schemaOf(model: ApiModel, shape: Shape, column: number): string {
  switch (shape.type) {
    case 'structure': {
      const members = Object.entries(shape.members).map(([member, { shape: target }]) => {
        const optional = shape.required.includes(member) ? '' : '.optional()';
        return `  ${member}: ${identifierOf(target)}${optional},\n`;
      });
      return members.length === 0 ? 'z.object({})' : `z.object({\n${members.join('')}})`;
    }
    case 'list':
      return `list(${[identifierOf(shape.member.shape), ...limitsOf(shape)].join(', ')})`;
    case 'map': {
      const { key, value } = shape;
      const helper = isEnumeration(shapeOf(model, key.shape)) ? 'enumMap' : 'map';
      return `${helper}(${[identifierOf(key.shape), identifierOf(value.shape), ...limitsOf(shape)].join(', ')})`;
    }
    case 'string':
      if (shape.enum !== undefined)
        return `enumeration(${bracketed('[', shape.enum.map(quoted), ']', column + 13)})`;
      return textOf(shape, column);
    case 'integer':
    case 'long':
      return `${shape.type}(${limitsOf(shape).join('')})`;
    case 'timestamp':
      return 'timestamp()';
    case 'boolean':
      return 'z.boolean()';
    case 'double':
      return 'z.number()';
  }
}

function isEnumeration(shape: Shape): boolean {
  return shape.type === 'string' && shape.enum !== undefined;
}

function textOf(shape: Extract<Shape, { type: 'string' }>, column: number): string {
  const facts = limitFacts(shape);
  if (shape.pattern !== undefined) facts.push(`pattern: ${quoted(shape.pattern)}`);
  if (shape.sensitive) facts.push('sensitive: true');
  return facts.length === 0 ? 'text()' : `text(${bracketed('{', facts, '}', column + 5)})`;
}

function limitsOf(shape: { min?: number; max?: number }): string[] {
  const facts = limitFacts(shape);
  return facts.length === 0 ? [] : [`{ ${facts.join(', ')} }`];
}

function limitFacts({ min, max }: { min?: number; max?: number }): string[] {
  return [...(min === undefined ? [] : [`min: ${min}`]), ...(max === undefined ? [] : [`max: ${max}`])];
}

/** On one line where it fits with the closing `);`, else one item a line. */
function bracketed(open: string, items: string[], close: string, column: number): string {
  const space = open === '{' ? ' ' : '';
  const line = `${open}${space}${items.join(', ')}${space}${close}`;
  if (column + line.length + 2 <= printWidth) return line;
  return `${open}\n${items.map((item) => `  ${item},\n`).join('')}${close}`;
}

function quoted(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const model = readApiModel();
  writeFileSync(new URL('./shapes.gen.ts', import.meta.url), generateShapes(model));
  writeFileSync(new URL('./operations.gen.ts', import.meta.url), generateOperations(model));
}
