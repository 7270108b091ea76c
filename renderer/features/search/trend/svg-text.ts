/** What the style sheet says of a drawn thing, to be written into the file. */
const PROPERTIES = [
  'fill',
  'stroke',
  'stroke-width',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
];
/** What a drawing in a file has no use for. */
const FOR_THE_PAGE = [
  'class',
  'style',
  'tabindex',
  'role',
  'aria-label',
  'aria-roledescription',
  'aria-describedby',
];

/** A chart as a file of its own: with the colours of the theme and the words of its title, without the page's classes. */
export function standaloneSvg(chart: SVGSVGElement, title: string): string {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const [drawn, copies] = [
    [chart, ...chart.querySelectorAll('*')],
    [copy, ...copy.querySelectorAll('*')],
  ];
  for (const [index, element] of drawn.entries()) {
    const target = copies[index];
    if (target === undefined) continue;
    const style = getComputedStyle(element);
    for (const name of FOR_THE_PAGE) target.removeAttribute(name);
    for (const property of PROPERTIES) {
      const value = style.getPropertyValue(property);
      if (value !== '') target.setAttribute(property, value);
    }
  }
  const { width, height } = { width: chart.getAttribute('width'), height: chart.getAttribute('height') };
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const namespace = 'http://www.w3.org/2000/svg';
  const paper = document.createElementNS(namespace, 'rect');
  paper.setAttribute('width', width ?? '100%');
  paper.setAttribute('height', height ?? '100%');
  paper.setAttribute('fill', getComputedStyle(chart).getPropertyValue('--paper').trim() || 'white');
  const name = document.createElementNS(namespace, 'title');
  name.textContent = title;
  copy.prepend(name, paper);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}
