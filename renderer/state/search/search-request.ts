import type { AppError } from '#core/base/app-error.ts';
import type { ZhupiApi } from '#core/ipc/api.ts';
import type { SearchAnswer } from '#core/ipc/payloads.ts';

type SearchRequest = Parameters<ZhupiApi['search']>[0];

/** Milliseconds between two questions while reports are being indexed: their number is all that changes. */
const INDEXING_PAUSE = 600;

interface Following {
  readonly onAnswer: (answer: SearchAnswer) => void;
  readonly onError: (error: AppError) => void;
  /** Whether nobody waits for the answer any more. */
  readonly isOld: () => boolean;
}

/**
 * Asks until the answer is complete: at once while the count goes on, after a pause while the index is being made. Ends early
 * when nobody waits for it.
 */
export async function followSearch(
  client: Pick<ZhupiApi, 'search'>,
  request: SearchRequest,
  { onAnswer, onError, isOld }: Following,
): Promise<void> {
  for (;;) {
    const answer = await client.search(request);
    if (isOld()) return;
    if (!answer.ok) return answer.error.code === 'cancelled' ? undefined : onError(answer.error);
    onAnswer(answer.value);
    const { progress } = answer.value;
    if (progress === undefined) return;
    if (progress.looked >= progress.reports) {
      await new Promise((resolve) => setTimeout(resolve, INDEXING_PAUSE));
      if (isOld()) return;
    }
  }
}
