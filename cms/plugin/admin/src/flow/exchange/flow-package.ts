/** Namespace of what a flow has and BPMN does not: docs/how-to/exchange-flows.md lists all of it. */
export const FLOW_NAMESPACE = 'urn:gongkai:flow:1';

const attribute = (name: string, type = 'String') => ({ name, type, isAttr: true });
const body = { name: 'text', type: 'String', isBody: true };
const many = (name: string, type: string) => ({ name, type, isMany: true });

/** The extension as bpmn-moddle reads descriptions of languages. */
export const FLOW_PACKAGE = {
  name: 'Flow',
  prefix: 'flow',
  uri: FLOW_NAMESPACE,
  xml: { tagAlias: 'lowerCase' },
  associations: [],
  types: [
    {
      name: 'Flow',
      superClass: ['Element'],
      properties: [
        attribute('version', 'Integer'),
        attribute('scope'),
        many('exemptions', 'Exemption'),
        many('looseEdges', 'LooseEdge'),
      ],
    },
    { name: 'Exemption', properties: [attribute('role'), body] },
    {
      name: 'Node',
      superClass: ['Element'],
      properties: [
        attribute('id'),
        attribute('kind'),
        attribute('roles'),
        attribute('section'),
        attribute('post'),
        many('limits', 'Limit'),
        many('materials', 'Material'),
        many('outputs', 'Output'),
        many('bases', 'Basis'),
        many('rights', 'Right'),
        many('risks', 'Risk'),
      ],
    },
    {
      name: 'Limit',
      properties: [attribute('amount', 'Integer'), attribute('unit'), attribute('countsTowardsTotal', 'Boolean')],
    },
    { name: 'Material', properties: [body] },
    { name: 'Output', properties: [body] },
    { name: 'Basis', properties: [body] },
    { name: 'Right', properties: [attribute('kind'), body] },
    { name: 'Risk', properties: [attribute('level'), attribute('post'), body] },
    { name: 'Edge', superClass: ['Element'], properties: [attribute('id'), attribute('isReturn', 'Boolean')] },
    {
      name: 'LooseEdge',
      properties: [
        attribute('id'),
        attribute('from'),
        attribute('to'),
        attribute('condition'),
        attribute('isReturn', 'Boolean'),
        attribute('at', 'Integer'),
      ],
    },
    { name: 'Merge', superClass: ['Element'], properties: [] },
  ],
} as const;
