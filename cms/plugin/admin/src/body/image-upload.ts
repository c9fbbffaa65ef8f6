import { useCallback } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';

interface UploadedFile {
  readonly url: string;
  readonly alternativeText: string | null;
}

/** Sends images to the media library; gives their addresses in the same order. */
export function useImageUpload(): (files: readonly File[]) => Promise<string[]> {
  const { post } = useFetchClient();
  return useCallback(
    async (files) => {
      const form = new FormData();
      for (const file of files) form.append('files', file, file.name);
      const { data } = await post<UploadedFile[], FormData>('/upload', form);
      return data.map(({ url }) => url);
    },
    [post],
  );
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

/** The picture that a `data:` address holds, as a file to upload; null when it holds none. */
export function fileOfDataUrl(address: string, baseName: string): File | null {
  const parts = /^data:(image\/[a-z]+);base64,(.+)$/is.exec(address);
  const type = parts?.[1]?.toLowerCase() ?? '';
  const extension = EXTENSIONS[type];
  if (!parts?.[2] || extension === undefined) return null;
  try {
    const bytes = Uint8Array.from(atob(parts[2].replace(/\s/g, '')), (char) => char.charCodeAt(0));
    return new File([bytes], `${baseName}.${extension}`, { type });
  } catch {
    return null;
  }
}

export function imageFilesOf(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter((file) => file.type in EXTENSIONS);
}
