import { Parser } from 'htmlparser2';
import { ZhupiError } from '#core/base/app-error.ts';

/**
 * Walks XML of a book by the local names of its elements (Dublin Core's keep their prefix); at the end of each with the text
 * behind the last element begun. Throws `file-too-complex`.
 */
export function eachElement(
  xml: string,
  onOpen: (name: string, attributes: Readonly<Record<string, string>>) => void,
  onClose: (name: string, text: string) => void = () => undefined,
): void {
  let text = '';
  let depth = 0;
  const local = (name: string): string => (name.startsWith('dc:') ? name : (name.split(':').at(-1) ?? ''));
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > 200) throw new ZhupiError('file-too-complex');
        text = '';
        onOpen(local(name), attributes);
      },
      ontext(piece) {
        if (text.length < 2000) text += piece;
      },
      onclosetag(name) {
        depth -= 1;
        onClose(local(name), text.replace(/\s+/gu, ' ').trim());
      },
    },
    { xmlMode: true },
  );
  parser.write(xml);
  parser.end();
}
