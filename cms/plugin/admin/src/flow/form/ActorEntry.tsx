import { useRef } from 'react';
import type { FlowNode } from 'disclosure-contract/flow';
import { useTranslate } from '../../message';
import { Columns } from './Columns';
import { TextEntry } from './TextEntry';

interface ActorEntryProps {
  id: string;
  value: FlowNode['actor'];
  isDisabled: boolean;
  onChange: (actor: FlowNode['actor'], part: 'section' | 'post') => void;
}

/** 承办: a post stands only with its section, and comes back when the section is typed anew. */
export const ActorEntry = ({ id, value, isDisabled, onChange }: ActorEntryProps) => {
  const translate = useTranslate();
  const lastPost = useRef('');
  if (value !== null) lastPost.current = value.post;
  return (
    <Columns>
      <TextEntry
        id={`${id}-section`}
        label={translate('flow.section')}
        placeholder={translate('flow.section.placeholder')}
        value={value?.section ?? ''}
        maxLength={100}
        isDisabled={isDisabled}
        onChange={(section) => onChange(section === '' ? null : { section, post: lastPost.current }, 'section')}
      />
      <TextEntry
        id={`${id}-post`}
        label={translate('flow.post')}
        value={value?.post ?? ''}
        maxLength={100}
        isDisabled={isDisabled || value === null}
        onChange={(post) => {
          if (value !== null) onChange({ ...value, post }, 'post');
        }}
      />
    </Columns>
  );
};
