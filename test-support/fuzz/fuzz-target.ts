import type { Arbitrary } from 'fast-check';

/** Something that must hold of any input; `check` throws where it does not. */
export interface FuzzTarget<Input = unknown> {
  /** What is tried, such as the id of a rule or the kind of a file. */
  readonly name: string;
  readonly inputs: Arbitrary<Input>;
  readonly check: (input: Input) => void | Promise<void>;
}

/** Hides what the inputs are, so that targets of all kinds stand in one list. */
export function fuzzTarget<Input>(target: FuzzTarget<Input>): FuzzTarget {
  return {
    name: target.name,
    inputs: target.inputs,
    check: (input) => target.check(input as Input),
  };
}
