/** The part of citation-js, which has no types of its own, that tests read BibTeX with. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      chain(text: string, options: { readonly generateGraph: boolean }): unknown;
    };
  };
}

declare module '@citation-js/plugin-bibtex';
