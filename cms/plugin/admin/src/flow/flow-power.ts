import { powerKindSchema, timeLimitSchema, type FlowPower, type TimeLimit } from 'disclosure-contract/flow';

/** Fields of a power's form that its flows are held against. */
export interface PowerFields {
  readonly kind?: unknown;
  readonly promisedLimitAmount?: unknown;
  readonly promisedLimitUnit?: unknown;
  readonly statutoryLimitAmount?: unknown;
  readonly statutoryLimitUnit?: unknown;
}

/** What flows are held against, of a form that may be unfinished: what is not there yet is not asked. */
export function flowPowerOf(fields: PowerFields): FlowPower {
  return {
    kind: powerKindSchema.safeParse(fields.kind).data ?? null,
    promised: limitOf(fields.promisedLimitAmount, fields.promisedLimitUnit),
    statutory: limitOf(fields.statutoryLimitAmount, fields.statutoryLimitUnit),
  };
}

/** Strapi's number fields hold text while they are typed in. */
function limitOf(amount: unknown, unit: unknown): TimeLimit | null {
  const days = typeof amount === 'string' && amount.trim() !== '' ? Number(amount) : amount;
  return timeLimitSchema.safeParse({ amount: days, unit }).data ?? null;
}
