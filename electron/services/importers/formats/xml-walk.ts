import { Parser } from 'htmlparser2';

export type XmlAttributes = Readonly<Record<string, string>>;

/** What is called for the parts of an XML file; offsets are UTF-16 units of it, `end` behind the tag. */
export interface XmlHandlers {
  readonly open?: (name: string, attributes: XmlAttributes, start: number, end: number) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string, start: number, end: number) => void;
}

/** Walks XML of any quality; entities of its own stay as they are written, nothing is fetched. */
export function walkXml(xml: string, { open, text, close }: XmlHandlers): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open?.(name, attributes, parser.startIndex, parser.endIndex + 1),
      ontext: (piece) => text?.(piece),
      onclosetag: (name) => close?.(name, parser.startIndex, parser.endIndex + 1),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
}
