import SwaggerParser from '@apidevtools/swagger-parser';
import { Ajv2020 } from 'ajv/dist/2020.js';

/** As much of an OpenAPI document as a check of answers needs. */
interface Document {
  readonly paths: Readonly<
    Record<string, { readonly get: { readonly responses: Readonly<Record<string, Described>> } }>
  >;
}

interface Described {
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}

/** Throws where a document is no OpenAPI. */
export async function checkDocument(document: object): Promise<void> {
  // It resolves references in what it is given.
  await SwaggerParser.validate(structuredClone(document) as never);
}

/** Tells what is wrong with an answer of the site by what a description says of its address. */
export class AnswerCheck {
  readonly #document: Document;
  readonly #ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });

  constructor(document: object) {
    this.#document = document as Document;
    this.#ajv.addSchema(document, 'api');
  }

  /** Addresses with parts in braces, as they are described. */
  get templates(): string[] {
    return Object.keys(this.#document.paths);
  }

  /** Of several that fit, the one with the fewest parts in braces. */
  templateOf(path: string): string | undefined {
    const [plain = ''] = path.split('?', 1);
    const partsOf = (template: string) => template.split('{').length;
    return this.templates
      .filter((template) => patternOf(template).test(plain))
      .sort((one, other) => partsOf(one) - partsOf(other))[0];
  }

  /** Nothing, where the answer is what the description says. */
  problems(path: string, status: number, mediaType: string, body: unknown): string[] {
    const template = this.templateOf(path);
    if (template === undefined) return [`${path} is not described`];
    const described = this.#document.paths[template]?.get.responses[status]?.content?.[mediaType];
    if (described === undefined) return [`${template} is not said to answer ${status} with ${mediaType}`];
    const pointer = ['paths', template, 'get', 'responses', String(status), 'content', mediaType, 'schema'];
    const validate = this.#ajv.getSchema(`api#/${pointer.map(inPointer).join('/')}`);
    if (validate === undefined) throw new RangeError(`The description has no schema at ${pointer.join(' / ')}`);
    if (validate(body) === true) return [];
    return (validate.errors ?? []).map(({ instancePath, message = '' }) => `${path} ${instancePath}: ${message}`);
  }
}

/** RFC 6901, in the fragment of an address. */
function inPointer(segment: string): string {
  return encodeURIComponent(segment.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function patternOf(template: string): RegExp {
  return new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/.]+')}$`);
}
