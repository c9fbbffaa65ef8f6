import type { ComponentType } from 'react';
import { useStrapiApp } from '@strapi/strapi/admin';

export interface LibraryAsset {
  readonly url: string;
  readonly alternativeText?: string | null;
  readonly mime?: string;
}

interface MediaLibraryDialogProps {
  allowedTypes: string[];
  multiple: boolean;
  onClose: () => void;
  onSelectAssets: (assets: LibraryAsset[]) => void;
}

/** The upload plugin's dialog. Strapi keeps registered components without the types of their props. */
export function useMediaLibraryDialog(): ComponentType<MediaLibraryDialogProps> | undefined {
  const components = useStrapiApp('useMediaLibraryDialog', (app) => app.components);
  return components['media-library'] as ComponentType<MediaLibraryDialogProps> | undefined;
}
