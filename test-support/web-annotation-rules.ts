/**
 * The rules of the W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/) that a collection which embeds its
 * page must keep, written from its text and apart from the program's own schema, which also has to read what others wrote.
 */
const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

type Thing = Readonly<Record<string, unknown>>;

/** The words of the model's context that may stand in each kind of object. */
const KEYS = {
  collection: '@context id type label total first last creator created modified generator generated',
  page: 'id type startIndex items partOf next prev',
  annotation: 'id type motivation created modified creator generator generated body bodyValue target rights',
  textualBody:
    'id type purpose value format language textDirection processingLanguage created modified creator',
  specificResource: 'id type source selector state scope purpose styleClass renderedVia',
  TextPositionSelector: 'id type start end refinedBy',
  TextQuoteSelector: 'id type exact prefix suffix refinedBy',
} as const;

const MOTIVATIONS =
  'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging';

/** What a document breaks, each with where; empty when nothing. */
export function brokenRules(document: unknown): readonly string[] {
  const broken: string[] = [];
  const ids = new Set<string>();
  let prefixes: ReadonlySet<string> = new Set();

  const rule = (holds: boolean, where: string, what: string): void => {
    if (!holds) broken.push(`${where}: ${what}`);
  };
  const thing = (value: unknown, where: string): Thing => {
    const isThing = typeof value === 'object' && value !== null && !Array.isArray(value);
    rule(isThing, where, 'is an object');
    return isThing ? (value as Thing) : {};
  };
  const listOf = (value: unknown): readonly unknown[] =>
    value === undefined ? [] : Array.isArray(value) ? (value as readonly unknown[]) : [value];

  const keys = (value: Thing, kind: keyof typeof KEYS, where: string): void => {
    const known = new Set(KEYS[kind].split(' '));
    for (const key of Object.keys(value)) {
      const [prefix = '', name = ''] = key.split(':');
      rule(known.has(key) || (prefixes.has(prefix) && name !== ''), where, `${key} is a word of no context`);
    }
  };
  const iri = (value: unknown, where: string): void => {
    const isIri = typeof value === 'string' && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/iu.test(value);
    rule(isIri, where, 'is an absolute IRI');
    // With a prefix of ours before the colon it would be read as a compact name, were it not for the two slashes.
    if (isIri && prefixes.has(value.split(':')[0] ?? '')) {
      rule(value.includes('://'), where, 'is no compact name');
    }
  };
  const ownId = ({ id }: Thing, where: string): void => {
    iri(id, `${where}.id`);
    rule(!ids.has(String(id)), `${where}.id`, 'is told once');
    ids.add(String(id));
  };
  const ofType = ({ type }: Thing, name: string, where: string): void =>
    rule(type === name, `${where}.type`, `is ${name}`);
  const count = (value: unknown, where: string): void =>
    rule(Number.isSafeInteger(value) && Number(value) >= 0, where, 'is a whole number from 0');
  const time = (value: unknown, where: string): void => {
    const isTime = typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/u.test(value);
    rule(isTime && !Number.isNaN(Date.parse(value)), where, 'is a time in UTC with a Z');
  };
  const purposes = (value: unknown, where: string): void => {
    for (const each of listOf(value)) {
      rule(MOTIVATIONS.split(' ').includes(String(each)), where, 'is one of the motivations of the model');
    }
  };

  const context = (value: unknown): void => {
    const entries = listOf(value);
    rule(entries.includes(CONTEXT), '@context', 'names the context of the model');
    const names = new Set<string>();
    for (const entry of entries) {
      if (entry === CONTEXT) continue;
      for (const [name, meaning] of Object.entries(thing(entry, '@context'))) {
        rule(/^[a-z]+$/u.test(name), '@context', `${name} is a prefix`);
        rule(
          typeof meaning === 'string' && /^[a-z]+:.*[#/]$/u.test(meaning),
          '@context',
          `${name} is a name space`,
        );
        names.add(name);
      }
    }
    prefixes = names;
  };

  const body = (value: unknown, where: string): void => {
    const one = thing(value, where);
    keys(one, 'textualBody', where);
    ofType(one, 'TextualBody', where);
    rule(typeof one['value'] === 'string', `${where}.value`, 'is one text');
    for (const key of ['format', 'language']) {
      rule(['undefined', 'string'].includes(typeof one[key]), `${where}.${key}`, 'is one word at most');
    }
    purposes(one['purpose'], `${where}.purpose`);
  };
  const selector = (value: unknown, where: string): void => {
    const one = thing(value, where);
    const { type, start, end } = one;
    if (type === 'TextPositionSelector') {
      keys(one, type, where);
      count(start, `${where}.start`);
      count(end, `${where}.end`);
      rule(Number(start) <= Number(end), where, 'does not end before it starts');
    } else if (type === 'TextQuoteSelector') {
      keys(one, type, where);
      rule(typeof one['exact'] === 'string', `${where}.exact`, 'is one text');
      for (const key of ['prefix', 'suffix']) {
        rule(['undefined', 'string'].includes(typeof one[key]), `${where}.${key}`, 'is one text at most');
      }
    } else rule(false, where, 'is a selector of the model that has one type');
  };
  const target = (value: unknown, where: string): void => {
    const one = thing(value, where);
    keys(one, 'specificResource', where);
    ofType(one, 'SpecificResource', where);
    iri(one['source'], `${where}.source`);
    listOf(one['selector']).forEach((each, at) => selector(each, `${where}.selector[${String(at)}]`));
  };
  const annotation = (value: unknown, where: string): void => {
    const one = thing(value, where);
    keys(one, 'annotation', where);
    ownId(one, where);
    ofType(one, 'Annotation', where);
    purposes(one['motivation'], `${where}.motivation`);
    for (const key of ['created', 'modified']) if (key in one) time(one[key], `${where}.${key}`);
    rule(!('body' in one && 'bodyValue' in one), where, 'has body or bodyValue, not both');
    listOf(one['body']).forEach((each, at) => body(each, `${where}.body[${String(at)}]`));
    const targets = listOf(one['target']);
    rule(targets.length > 0, `${where}.target`, 'is there');
    targets.forEach((each) => target(each, `${where}.target`));
  };

  const all = thing(document, 'collection');
  context(all['@context']);
  keys(all, 'collection', 'collection');
  ownId(all, 'collection');
  ofType(all, 'AnnotationCollection', 'collection');
  count(all['total'], 'collection.total');
  if (all['total'] === 0 && !('first' in all)) return broken;
  const page = thing(all['first'], 'page');
  keys(page, 'page', 'page');
  ownId(page, 'page');
  ofType(page, 'AnnotationPage', 'page');
  count(page['startIndex'], 'page.startIndex');
  const items = Array.isArray(page['items']) ? (page['items'] as readonly unknown[]) : [];
  rule(items.length > 0, 'page.items', 'is a list with something in it');
  rule(all['total'] === items.length, 'collection.total', 'is how many there are');
  items.forEach((each, at) => annotation(each, `items[${String(at)}]`));
  return broken;
}
