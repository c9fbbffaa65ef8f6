import {
  ADJUSTMENT_KINDS,
  adjustmentSchema,
  applicationWaySchema,
  BASIS_RANKS,
  basisSchema,
  dutySchema,
  guideSchema,
  leaderSchema,
  MATERIAL_FORMS,
  MATERIAL_NECESSITIES,
  materialSchema,
  powerSchema,
  questionSchema,
  riskPointSchema,
  specialStageSchema,
  venueSchema,
  type Label,
  type Vocabulary,
} from 'disclosure-contract';

interface AnyColumn {
  readonly key: string;
  readonly label: Label;
  /** In twelfths of a row, where there is room for several. */
  readonly width: 3 | 4 | 6 | 8 | 12;
}

/** One column of a list of records, and how it is written in a form. */
export type Column =
  | (AnyColumn & { readonly input: 'text' | 'longText' | 'date' | 'number' | 'boolean' | 'limit' | 'code' })
  | (AnyColumn & { readonly input: 'select'; readonly vocabulary: Vocabulary });

/** What the contract says of one value: whether it is right, and what it is when nobody has written it. */
export interface ValueSchema {
  safeParse(value: unknown): {
    readonly success: boolean;
    readonly data?: unknown;
    readonly error?: { readonly issues: readonly SchemaIssue[] };
  };
}

/** As much of an issue of zod as is told to people. */
export interface SchemaIssue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly origin?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
}

/** A list that is edited row by row. */
export interface RowShape {
  /** What one row is. */
  readonly entry: Label;
  /** A list of texts has one column, whose key is `text`; what is stored is the text itself. */
  readonly isTexts: boolean;
  readonly columns: readonly Column[];
  /** The columns that tell a row from others when it is folded up. */
  readonly summary: readonly string[];
  /** Of each column, by its key. */
  readonly schemas: Readonly<Record<string, ValueSchema>>;
}

const text = (schema: ValueSchema, entry: Label): RowShape => ({
  entry,
  isTexts: true,
  columns: [{ key: 'text', label: entry, input: 'longText', width: 12 }],
  summary: ['text'],
  schemas: { text: schema },
});

const NAME = { zh: '名称', en: 'Name' };
const NOTE = { zh: '备注', en: 'Note' };

/** The lists of powers, guides, risk points and organs, by the name that an attribute gives. */
export const ROW_SHAPES = {
  POWER_SUB_ITEMS: {
    entry: { zh: '子项', en: 'Sub-item' },
    isTexts: false,
    columns: [
      { key: 'name', label: { zh: '子项名称', en: 'Name of the sub-item' }, input: 'text', width: 8 },
      { key: 'code', label: { zh: '子项编码', en: 'Code' }, input: 'code', width: 4 },
    ],
    summary: ['name', 'code'],
    schemas: powerSchema.shape.subItems.element.shape,
  },
  POWER_BASES: {
    entry: { zh: '依据', en: 'Basis' },
    isTexts: false,
    columns: [
      { key: 'rank', label: { zh: '效力层级', en: 'Rank' }, input: 'select', vocabulary: BASIS_RANKS, width: 4 },
      { key: 'name', label: { zh: '依据名称', en: 'Title' }, input: 'text', width: 8 },
      { key: 'docNo', label: { zh: '文号', en: 'Document number' }, input: 'text', width: 4 },
      { key: 'article', label: { zh: '条款', en: 'Article' }, input: 'text', width: 4 },
      { key: 'effectiveVersion', label: { zh: '引用版本', en: 'Version quoted' }, input: 'text', width: 4 },
      { key: 'text', label: { zh: '条款内容', en: 'Text of the article' }, input: 'longText', width: 12 },
    ],
    summary: ['rank', 'name', 'article'],
    schemas: basisSchema.shape,
  },
  POWER_DUTIES: {
    entry: { zh: '责任事项', en: 'Duty' },
    isTexts: false,
    columns: [
      { key: 'stage', label: { zh: '阶段', en: 'Stage' }, input: 'text', width: 12 },
      { key: 'text', label: { zh: '责任内容', en: 'What has to be done' }, input: 'longText', width: 12 },
    ],
    summary: ['stage', 'text'],
    schemas: dutySchema.shape,
  },
  LIABILITIES: text(powerSchema.shape.liabilities.element, { zh: '追责情形', en: 'Case of liability' }),
  LIABILITY_BASES: text(powerSchema.shape.liabilityBases.element, { zh: '追责依据', en: 'Basis of liability' }),
  ADJUSTMENTS: {
    entry: { zh: '调整', en: 'Adjustment' },
    isTexts: false,
    columns: [
      { key: 'kind', label: { zh: '调整方式', en: 'Kind' }, input: 'select', vocabulary: ADJUSTMENT_KINDS, width: 6 },
      { key: 'on', label: { zh: '调整日期', en: 'Date' }, input: 'date', width: 6 },
      { key: 'basis', label: { zh: '调整依据', en: 'Basis' }, input: 'text', width: 12 },
      { key: 'note', label: NOTE, input: 'longText', width: 12 },
    ],
    summary: ['on', 'kind', 'basis'],
    schemas: adjustmentSchema.shape,
  },
  GUIDE_CONDITIONS: text(guideSchema.shape.conditions.element, { zh: '受理条件', en: 'Condition' }),
  GUIDE_MATERIALS: {
    entry: { zh: '材料', en: 'Material' },
    isTexts: false,
    columns: [
      { key: 'name', label: { zh: '材料名称', en: 'Name of the material' }, input: 'text', width: 8 },
      { key: 'source', label: { zh: '来源', en: 'Issued by' }, input: 'text', width: 4 },
      { key: 'copies', label: { zh: '份数', en: 'Copies' }, input: 'number', width: 4 },
      { key: 'form', label: { zh: '形式', en: 'Form' }, input: 'select', vocabulary: MATERIAL_FORMS, width: 4 },
      {
        key: 'necessity',
        label: { zh: '必要性', en: 'Necessity' },
        input: 'select',
        vocabulary: MATERIAL_NECESSITIES,
        width: 4,
      },
      { key: 'blankFile', label: { zh: '空表（附件文件名）', en: 'Blank form (file name)' }, input: 'text', width: 6 },
      { key: 'sampleFile', label: { zh: '样表（附件文件名）', en: 'Sample (file name)' }, input: 'text', width: 6 },
      { key: 'note', label: NOTE, input: 'longText', width: 12 },
    ],
    summary: ['name', 'necessity', 'copies'],
    schemas: materialSchema.shape,
  },
  SPECIAL_STAGES: {
    entry: { zh: '特殊环节', en: 'Special stage' },
    isTexts: false,
    columns: [
      { key: 'name', label: NAME, input: 'text', width: 12 },
      { key: 'limit', label: { zh: '时限', en: 'Time limit' }, input: 'limit', width: 6 },
      {
        key: 'countsTowardsTotal',
        label: { zh: '计入办结时限', en: 'Counts towards the total' },
        input: 'boolean',
        width: 6,
      },
      { key: 'note', label: NOTE, input: 'longText', width: 12 },
    ],
    summary: ['name', 'limit'],
    schemas: specialStageSchema.shape,
  },
  JOINT_ORGANS: text(guideSchema.shape.jointOrgans.element, { zh: '联办机构', en: 'Joint authority' }),
  QUESTIONS: {
    entry: { zh: '问题', en: 'Question' },
    isTexts: false,
    columns: [
      { key: 'question', label: { zh: '问题', en: 'Question' }, input: 'text', width: 12 },
      { key: 'answer', label: { zh: '解答', en: 'Answer' }, input: 'longText', width: 12 },
    ],
    summary: ['question'],
    schemas: questionSchema.shape,
  },
  RISK_MEASURES: text(riskPointSchema.shape.measures.element, { zh: '防控措施', en: 'Measure' }),
  LEADERS: {
    entry: { zh: '领导', en: 'Leader' },
    isTexts: false,
    columns: [
      { key: 'name', label: { zh: '姓名', en: 'Name' }, input: 'text', width: 4 },
      { key: 'post', label: { zh: '职务', en: 'Post' }, input: 'text', width: 8 },
      { key: 'duties', label: { zh: '分工', en: 'Responsible for' }, input: 'longText', width: 12 },
    ],
    summary: ['name', 'post'],
    schemas: leaderSchema.shape,
  },
  VENUES: {
    entry: { zh: '查阅场所', en: 'Reading place' },
    isTexts: false,
    columns: [
      { key: 'name', label: NAME, input: 'text', width: 6 },
      { key: 'phone', label: { zh: '电话', en: 'Telephone' }, input: 'text', width: 6 },
      { key: 'address', label: { zh: '地址', en: 'Address' }, input: 'text', width: 12 },
      { key: 'hours', label: { zh: '开放时间', en: 'Opening hours' }, input: 'text', width: 12 },
      { key: 'holdings', label: { zh: '可以查阅什么', en: 'What can be read' }, input: 'longText', width: 12 },
    ],
    summary: ['name', 'address'],
    schemas: venueSchema.shape,
  },
  APPLICATION_WAYS: {
    entry: { zh: '申请方式', en: 'Way to apply' },
    isTexts: false,
    columns: [
      { key: 'way', label: { zh: '方式', en: 'Way' }, input: 'text', width: 4 },
      { key: 'place', label: { zh: '地址、号码或邮箱', en: 'Address, number or mailbox' }, input: 'text', width: 8 },
      { key: 'note', label: { zh: '说明', en: 'Note' }, input: 'longText', width: 12 },
    ],
    summary: ['way', 'place'],
    schemas: applicationWaySchema.shape,
  },
} as const satisfies Readonly<Record<string, RowShape>>;

export type RowShapeName = keyof typeof ROW_SHAPES;

/** The shape of each field that is written row by row. */
const SHAPE_OF_FIELD: Readonly<Record<string, RowShapeName>> = {
  subItems: 'POWER_SUB_ITEMS',
  bases: 'POWER_BASES',
  duties: 'POWER_DUTIES',
  liabilities: 'LIABILITIES',
  liabilityBases: 'LIABILITY_BASES',
  adjustments: 'ADJUSTMENTS',
  conditions: 'GUIDE_CONDITIONS',
  materials: 'GUIDE_MATERIALS',
  specialStages: 'SPECIAL_STAGES',
  jointOrgans: 'JOINT_ORGANS',
  questions: 'QUESTIONS',
  measures: 'RISK_MEASURES',
};

export function rowShapeOfField(field: string): RowShape | null {
  return rowShapeOf(SHAPE_OF_FIELD[field]);
}

/** Null for a name that nobody knows: an attribute of a newer server. */
export function rowShapeOf(name: string | undefined): RowShape | null {
  return name !== undefined && Object.hasOwn(ROW_SHAPES, name) ? ROW_SHAPES[name as RowShapeName] : null;
}
