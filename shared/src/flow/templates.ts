import type { NamedFlow } from '../record/power.ts';
import type { PowerKind } from './power-kinds.ts';
import { PAYMENT, REWARD } from './templates/benefits.ts';
import { COERCION } from './templates/coercion.ts';
import { LICENSE } from './templates/license.ts';
import { PENALTY } from './templates/penalty.ts';
import { ADJUDICATION, CONFIRMATION, OTHER, PUBLIC_SERVICE } from './templates/services.ts';
import { INSPECTION, LEVY } from './templates/supervision.ts';
import { flowOf, type WrittenFlow } from './templates/written-flow.ts';

const TEMPLATES: Readonly<Record<PowerKind, readonly WrittenFlow[]>> = {
  license: LICENSE,
  penalty: PENALTY,
  coercion: COERCION,
  levy: LEVY,
  payment: PAYMENT,
  inspection: INSPECTION,
  confirmation: CONFIRMATION,
  reward: REWARD,
  adjudication: ADJUDICATION,
  other: OTHER,
  public_service: PUBLIC_SERVICE,
};

/**
 * 流程模板: the usual procedures of a kind of power, complete and without problems, for a department to begin with. Limits
 * and bases are those of national law alone; who acts is named by function, for each department to put its sections there.
 */
export function flowTemplate(kind: PowerKind): NamedFlow[] {
  return TEMPLATES[kind].map((written) => ({ name: written.name, flow: flowOf(written) }));
}
