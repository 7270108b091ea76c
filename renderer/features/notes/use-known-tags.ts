import { useEffect, useState } from 'react';
import { useWindowParts } from '#renderer/state/window/use-window.ts';

/** The tags of the whole library, the most used first; empty until they are read. */
export function useKnownTags(): readonly string[] {
  const { client } = useWindowParts();
  const [known, setKnown] = useState<readonly string[]>([]);
  useEffect(() => {
    let wanted = true;
    void client.listTags({}).then((answer) => {
      if (wanted && answer.ok) setKnown(answer.value);
    });
    return () => {
      wanted = false;
    };
  }, [client]);
  return known;
}
