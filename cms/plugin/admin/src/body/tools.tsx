import {
  Bold,
  BulletList,
  Code,
  GridNine,
  HeadingFour,
  HeadingThree,
  HeadingTwo,
  Image,
  Italic,
  Link,
  NumberList,
  Quotes,
  Underline,
} from '@strapi/icons';
import type { Editor } from '@tiptap/core';
import type { Translate } from '../message';
import { AlignCentre, AlignLeft, AlignRight, ClearFormat, Redo, Undo } from './tool-icons';
import type { Tool } from './ToolRow';

interface Situation<Dialog> {
  readonly editor: Editor;
  readonly translate: Translate;
  readonly open: (dialog: Dialog) => void;
}

interface TextSituation extends Situation<'link' | 'image'> {
  readonly showsSource: boolean;
  readonly onToggleSource: () => void;
}

const HEADINGS = [
  { level: 2, icon: <HeadingTwo /> },
  { level: 3, icon: <HeadingThree /> },
  { level: 4, icon: <HeadingFour /> },
] as const;

const MARKS = [
  { mark: 'bold', icon: <Bold /> },
  { mark: 'italic', icon: <Italic /> },
  { mark: 'underline', icon: <Underline /> },
] as const;

const ALIGNMENTS = [
  { align: 'left', icon: <AlignLeft /> },
  { align: 'center', icon: <AlignCentre /> },
  { align: 'right', icon: <AlignRight /> },
] as const;

export function textTools({ editor, translate, open, showsSource, onToggleSource }: TextSituation): Tool[] {
  const isPossible = !showsSource;
  const chain = () => editor.chain().focus();
  const tool = (id: string, icon: Tool['icon'], run: () => void, more: Partial<Tool> = {}): Tool => ({
    id,
    label: translate(`body.tool.${id}`),
    icon,
    isPossible,
    run,
    ...more,
  });

  return [
    tool('undo', <Undo />, () => chain().undo().run(), { isPossible: isPossible && editor.can().undo() }),
    tool('redo', <Redo />, () => chain().redo().run(), { isPossible: isPossible && editor.can().redo() }),
    ...HEADINGS.map(({ level, icon }, at) =>
      tool(`heading-${level}`, icon, () => chain().toggleHeading({ level }).run(), {
        isPressed: editor.isActive('heading', { level }),
        startsGroup: at === 0,
      }),
    ),
    ...MARKS.map(({ mark, icon }, at) =>
      tool(mark, icon, () => chain().toggleMark(mark).run(), {
        isPressed: editor.isActive(mark),
        startsGroup: at === 0,
      }),
    ),
    tool('clear', <ClearFormat />, () => chain().unsetAllMarks().clearNodes().unsetTextAlign().run()),
    tool('bullet-list', <BulletList />, () => chain().toggleBulletList().run(), {
      isPressed: editor.isActive('bulletList'),
      startsGroup: true,
    }),
    tool('number-list', <NumberList />, () => chain().toggleOrderedList().run(), {
      isPressed: editor.isActive('orderedList'),
    }),
    tool('quote', <Quotes />, () => chain().toggleBlockquote().run(), { isPressed: editor.isActive('blockquote') }),
    ...ALIGNMENTS.map(({ align, icon }, at) =>
      tool(`align-${align}`, icon, () => chain().toggleTextAlign(align).run(), {
        isPressed: editor.isActive({ textAlign: align }),
        startsGroup: at === 0,
      }),
    ),
    tool('link', <Link />, () => open('link'), { isPressed: editor.isActive('link'), startsGroup: true }),
    tool('image', <Image />, () => open('image')),
    tool('table', <GridNine />, () => chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(), {
      isPossible: isPossible && !editor.isActive('table'),
    }),
    tool('source', <Code />, onToggleSource, { isPressed: showsSource, isPossible: true, startsGroup: true }),
  ];
}

export function tableTools({ editor, translate, open }: Situation<'caption'>): Tool[] {
  const tool = (id: string, run: () => void, isPossible: boolean, startsGroup = false): Tool => ({
    id,
    label: translate(`body.tool.${id}`),
    isPossible,
    startsGroup,
    run,
  });
  const chain = () => editor.chain().focus();
  const can = editor.can();

  return [
    tool('row-before', () => chain().addRowBefore().run(), can.addRowBefore()),
    tool('row-after', () => chain().addRowAfter().run(), can.addRowAfter()),
    tool('row-delete', () => chain().deleteRow().run(), can.deleteRow()),
    tool('column-before', () => chain().addColumnBefore().run(), can.addColumnBefore(), true),
    tool('column-after', () => chain().addColumnAfter().run(), can.addColumnAfter()),
    tool('column-delete', () => chain().deleteColumn().run(), can.deleteColumn()),
    tool('header-row', () => chain().toggleHeaderRow().run(), can.toggleHeaderRow(), true),
    tool('header-column', () => chain().toggleHeaderColumn().run(), can.toggleHeaderColumn()),
    tool('merge', () => chain().mergeCells().run(), can.mergeCells(), true),
    tool('split', () => chain().splitCell().run(), can.splitCell()),
    tool('caption', () => open('caption'), true, true),
    tool('table-delete', () => chain().deleteTable().run(), can.deleteTable()),
  ];
}

export function imageTools({ editor, translate, open }: Situation<'image-text'>): Tool[] {
  return [
    { id: 'image-text', label: translate('body.tool.image-text'), isPossible: true, run: () => open('image-text') },
    {
      id: 'image-delete',
      label: translate('body.tool.image-delete'),
      isPossible: true,
      run: () => editor.chain().focus().deleteSelection().run(),
    },
  ];
}
