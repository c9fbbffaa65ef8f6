import { useCallback, useEffect, useState } from 'react';
import { useMakePreviewMutation, type Preview } from '../disclosure-api';
import { useErrorMessage } from '../error-message';

export type PreviewState =
  | { readonly kind: 'none' | 'loading' | 'expired' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'ready'; readonly preview: Preview };

/** A preview of an item's saved draft: asked for by `make`, and expired when its time is over. */
export function usePreview(documentId: string): { state: PreviewState; make: () => Promise<Preview | null> } {
  const errorMessage = useErrorMessage();
  const [request] = useMakePreviewMutation();
  const [state, setState] = useState<PreviewState>({ kind: 'none' });

  const make = useCallback(async () => {
    setState({ kind: 'loading' });
    const result = await request(documentId);
    if ('error' in result) {
      setState({ kind: 'failed', message: errorMessage(result.error) });
      return null;
    }
    setState({ kind: 'ready', preview: result.data });
    return result.data;
  }, [documentId, errorMessage, request]);

  const expiresAt = state.kind === 'ready' ? state.preview.expiresAt : null;
  useEffect(() => {
    if (expiresAt === null) return;
    const end = setTimeout(() => setState({ kind: 'expired' }), Date.parse(expiresAt) - Date.now());
    return () => clearTimeout(end);
  }, [expiresAt]);

  return { state, make };
}

/** Where a browser opens a preview. */
export function addressOf(preview: Preview): string {
  // The admin sets it; its type for the global is not exported to plugins.
  const { backendURL } = window.strapi as unknown as { readonly backendURL: string };
  return backendURL + preview.url;
}
