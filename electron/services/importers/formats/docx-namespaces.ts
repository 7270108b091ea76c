import { applyChanges, type XmlChange } from './xml-changes.ts';
import { walkXml } from './xml-walk.ts';

/** Prefixes that Word writes for its vocabularies, by the end of their names in either edition of the standard. */
const PREFIXES: readonly (readonly [end: string, prefix: string])[] = [
  ['/wordprocessingml/2006/main', 'w'],
  ['/wordprocessingml/main', 'w'],
  ['/officeDocument/2006/relationships', 'r'],
  ['/officeDocument/relationships', 'r'],
  ['/drawingml/2006/wordprocessingDrawing', 'wp'],
  ['/drawingml/wordprocessingDrawing', 'wp'],
  ['/drawingml/2006/main', 'a'],
  ['/drawingml/main', 'a'],
  ['/drawingml/2006/picture', 'pic'],
  ['/drawingml/picture', 'pic'],
  ['/drawingml/2006/chart', 'c'],
  ['/drawingml/chart', 'c'],
  ['/drawingml/2006/diagram', 'dgm'],
  ['/drawingml/diagram', 'dgm'],
  ['/officeDocument/2006/math', 'm'],
  ['/officeDocument/math', 'm'],
  ['/markup-compatibility/2006', 'mc'],
  ['/word/2010/wordprocessingShape', 'wps'],
  ['/word/2010/wordprocessingGroup', 'wpg'],
  ['/word/2010/wordprocessingCanvas', 'wpc'],
  ['/word/2010/wordml', 'w14'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
];
const DECLARED = /\sxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;
const ATTRIBUTE = /\s([^\s=<>"'/]+)\s*=\s*("[^"]*"|'[^']*')/gu;

/** What is meant by the prefixes at one place; the empty one is that of names without a prefix. */
type Scope = ReadonlyMap<string, string>;

/**
 * XML of a Word file with the prefixes that Word itself writes; what reads it goes by them. Other programs call them as they like
 * or write names without any. The text is not touched; XML with Word's own prefixes comes back as it is.
 */
export function withWordPrefixes(xml: string): string {
  if (!hasOtherPrefixes(xml)) return xml;
  const changes: XmlChange[] = [];
  const scopes: Scope[] = [];
  const nameIn = (scope: Scope | undefined, name: string): string => {
    const [prefix, local] = partsOf(name);
    const own = scope?.get(prefix);
    return own === undefined ? name : `${own}:${local}`;
  };
  walkXml(xml, {
    open: (name, _attributes, start, end) => {
      const tag = xml.slice(start, end);
      const scope = scopeOf(tag, scopes.at(-1));
      scopes.push(scope);
      if (scope.size === 0) return;
      const attributes = attributesIn(tag, (attribute) => nameIn(withoutDefault(scope), attribute));
      changes.push({
        start,
        end,
        text: `<${nameIn(scope, name)}${attributes}${tag.endsWith('/>') ? '/>' : '>'}`,
      });
    },
    close: (name, start, end) => {
      const scope = scopes.pop();
      if (xml.startsWith('</', start)) changes.push({ start, end, text: `</${nameIn(scope, name)}>` });
    },
  });
  return applyChanges(xml, changes);
}

function hasOtherPrefixes(xml: string): boolean {
  for (const [, prefix = '', first, second] of xml.matchAll(DECLARED)) {
    const own = prefixOf(first ?? second ?? '');
    if (own !== undefined && own !== prefix) return true;
  }
  return false;
}

function prefixOf(namespace: string): string | undefined {
  return PREFIXES.find(([end]) => namespace.endsWith(end))?.[1];
}

function partsOf(name: string): readonly [prefix: string, local: string] {
  const at = name.indexOf(':');
  return at < 0 ? ['', name] : [name.slice(0, at), name.slice(at + 1)];
}

function scopeOf(tag: string, outer: Scope = new Map()): Scope {
  const declared = [...tag.matchAll(DECLARED)];
  if (declared.length === 0) return outer;
  const scope = new Map(outer);
  for (const [, prefix = '', first, second] of declared) {
    const own = prefixOf(first ?? second ?? '');
    if (own === undefined) scope.delete(prefix);
    else scope.set(prefix, own);
  }
  return scope;
}

/** Names of attributes without a prefix are in no namespace. */
function withoutDefault(scope: Scope): Scope {
  return new Map([...scope].filter(([prefix]) => prefix !== ''));
}

function attributesIn(tag: string, nameOf: (name: string) => string): string {
  const written = new Set<string>();
  let text = '';
  for (const [, name = '', value = ''] of tag.matchAll(ATTRIBUTE)) {
    const isDeclaration = name === 'xmlns' || name.startsWith('xmlns:');
    const own = isDeclaration ? prefixOf(value.slice(1, -1)) : undefined;
    const other = own === undefined ? (isDeclaration ? name : nameOf(name)) : `xmlns:${own}`;
    if (written.has(other)) continue;
    written.add(other);
    text += ` ${other}=${value}`;
  }
  return text;
}
