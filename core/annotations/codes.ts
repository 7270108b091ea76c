/** The codes every library has; users add their own, so `code` in a record is any code id. */
export const BUILT_IN_CODES = ['yellow', 'red', 'green', 'blue', 'purple'] as const;
