import { ZhupiError } from '#core/base/app-error.ts';
import type { Result } from '#core/base/result.ts';

/** The value of a Result; throws its error. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new ZhupiError(result.error.code, result.error.params);
}
