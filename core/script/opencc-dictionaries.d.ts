/** Single dictionaries of opencc-js, which exports them without types: `source replacement|source replacement`. */
declare module 'opencc-js/dict/*' {
  const entries: string;
  export { entries as default };
}
