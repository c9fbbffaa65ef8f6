import { useState } from 'react';
import { Box, Button, Checkbox, Flex, Modal, Typography } from '@strapi/design-system';
import { DialogHeader } from '../../DialogHeader';
import { useLabel, useTranslate } from '../../message';
import type { ReadFile } from './read-flow-file';

interface ImportDialogProps {
  read: ReadFile;
  /** Name of the variant that may be replaced; null where there is none. */
  replaces: string | null;
  /** Whether another variant may be added. */
  isRoom: boolean;
  onTakeOver: (read: Extract<ReadFile, { flow: unknown }>, isNew: boolean) => void;
  onClose: () => void;
}

/** Before a file is taken over: what is in it, and what of it could not be taken over, to be read first. */
export const ImportDialog = ({ read, replaces, isRoom, onTakeOver, onClose }: ImportDialogProps) => {
  const translate = useTranslate();
  const labelOf = useLabel();
  const [isRead, setRead] = useState(false);
  const notes = 'flow' in read ? read.notes : [];
  const isReady = 'flow' in read && (notes.length === 0 || isRead);
  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => (isOpen ? undefined : onClose())}>
      <Modal.Content>
        <DialogHeader>{translate('flow.import.title', { name: read.name })}</DialogHeader>
        <Modal.Body>
          {'refusal' in read ? (
            <Typography textColor="danger600">{read.refusal}</Typography>
          ) : (
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Typography>
                {translate('flow.import.found', { nodes: read.flow.nodes.length, edges: read.flow.edges.length })}
              </Typography>
              {notes.length === 0 ? null : (
                <>
                  <Typography fontWeight="bold">{translate('flow.import.notes', { count: notes.length })}</Typography>
                  <Box tag="ul" paddingLeft={4} style={{ listStyle: 'disc' }}>
                    {notes.map((note, at) => (
                      <Typography key={at} tag="li" variant="pi" style={{ display: 'list-item' }}>
                        {labelOf(note)}
                      </Typography>
                    ))}
                  </Box>
                  <Checkbox checked={isRead} onCheckedChange={(checked) => setRead(checked === true)}>
                    {translate('flow.import.read')}
                  </Checkbox>
                </>
              )}
            </Flex>
          )}
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {translate('cancel')}
          </Button>
          {'refusal' in read ? null : (
            <Flex gap={2}>
              {replaces === null ? null : (
                <Button variant="secondary" disabled={!isReady} onClick={() => onTakeOver(read, false)}>
                  {translate('flow.import.replace', { name: replaces })}
                </Button>
              )}
              <Button disabled={!isReady || !isRoom} onClick={() => onTakeOver(read, true)}>
                {translate('flow.import.add')}
              </Button>
            </Flex>
          )}
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
