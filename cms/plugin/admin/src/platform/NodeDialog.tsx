import { useState } from 'react';
import { Button, Field, Flex, Modal, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { addresses, type Audience } from 'disclosure-contract';
import { DialogHeader } from '../DialogHeader';
import { useCreateNodeMutation, useUpdateNodeMutation, type CreatedNode, type SiteNode } from '../disclosure-api';
import { useErrorMessage } from '../error-message';
import { useTranslate } from '../message';
import { NewToken } from './NewToken';

interface NodeDialogProps {
  /** Null for a node that is to be added. */
  node: SiteNode | null;
  siteUrl: string | null;
  onClose: () => void;
}

const AUDIENCES: readonly Audience[] = ['public', 'staff'];
const isCreated = (node: SiteNode | CreatedNode): node is CreatedNode => 'token' in node;
const isHttpAddress = (address: string) => /^https?:\/\/[^\s/]+/.test(address);

export const NodeDialog = ({ node, siteUrl, onClose }: NodeDialogProps) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const [createNode, creating] = useCreateNodeMutation();
  const [updateNode, updating] = useUpdateNodeMutation();
  const [created, setCreated] = useState<CreatedNode | null>(null);
  const [isTried, setIsTried] = useState(false);
  const [name, setName] = useState(node?.name ?? '');
  const [audience, setAudience] = useState<Audience>(node?.audience ?? 'public');
  const [nudgeUrl, setNudgeUrl] = useState(node?.nudgeUrl ?? '');
  const isNameMissing = name.trim() === '';
  const isAddressWrong = nudgeUrl.trim() !== '' && !isHttpAddress(nudgeUrl.trim());

  const save = async () => {
    setIsTried(true);
    if (isNameMissing || isAddressWrong) return;
    const written = { name: name.trim(), audience, nudgeUrl: nudgeUrl.trim() || null };
    const result = node === null ? await createNode(written) : await updateNode({ id: node.id, ...written });
    if ('error' in result) toggleNotification({ type: 'danger', message: errorMessage(result.error) });
    else if (isCreated(result.data)) setCreated(result.data);
    else onClose();
  };

  return (
    <Modal.Root open onOpenChange={onClose}>
      <Modal.Content>
        <DialogHeader>
          {translate(node === null ? 'platform.node.add' : 'platform.node.edit', { node: node?.name ?? '' })}
        </DialogHeader>
        <Modal.Body>
          {created ? (
            <NewToken node={created} />
          ) : (
            <Flex direction="column" alignItems="stretch" gap={5}>
              <Field.Root
                name="node-name"
                required
                hint={translate('platform.node.name.hint')}
                error={isTried && isNameMissing ? translate('platform.node.name.missing') : undefined}
              >
                <Field.Label>{translate('platform.node.name')}</Field.Label>
                <Field.Input value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
                <Field.Hint />
                <Field.Error />
              </Field.Root>
              <Field.Root name="node-audience" required hint={translate('platform.node.audience.hint')}>
                <Field.Label>{translate('platform.node.audience')}</Field.Label>
                <SingleSelect
                  value={audience}
                  onChange={(value) => setAudience(value === 'staff' ? 'staff' : 'public')}
                >
                  {AUDIENCES.map((code) => (
                    <SingleSelectOption key={code} value={code}>
                      {translate(`audience.${code}`)}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
                <Field.Hint />
              </Field.Root>
              <Field.Root
                name="node-nudge-url"
                hint={translate('platform.node.nudge-url.hint')}
                error={isTried && isAddressWrong ? translate('platform.node.nudge-url.wrong') : undefined}
              >
                <Field.Label>{translate('platform.node.nudge-url')}</Field.Label>
                <Field.Input
                  type="url"
                  value={nudgeUrl}
                  placeholder={`${siteUrl ?? 'https://www.example.gov.cn'}${addresses.nudge()}`}
                  onChange={(event) => setNudgeUrl(event.target.value)}
                />
                <Field.Hint />
                <Field.Error />
              </Field.Root>
            </Flex>
          )}
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {translate(created ? 'close' : 'cancel')}
          </Button>
          {created ? null : (
            <Button loading={creating.isLoading || updating.isLoading} onClick={() => void save()}>
              {translate('save')}
            </Button>
          )}
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
