import { IconButton } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { useClipboard, useNotification } from '@strapi/strapi/admin';
import { useTranslate } from './message';

export const CopyButton = ({ value, label }: { value: string; label: string }) => {
  const translate = useTranslate();
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();

  const onClick = async () => {
    const isCopied = await copy(value);
    toggleNotification({
      type: isCopied ? 'success' : 'warning',
      message: translate(isCopied ? 'copied' : 'copy-failed'),
    });
  };

  return (
    <IconButton label={label} onClick={() => void onClick()}>
      <Duplicate />
    </IconButton>
  );
};
