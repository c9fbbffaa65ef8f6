import type { IsoDate } from '../dates.ts';

/** Where a rule comes from. What no text at hand says is the product's own, and says so. */
export interface Norm {
  readonly source: string;
  /** First day on which it is applied. */
  readonly since: IsoDate;
}

const CHECK_LIST = '国办秘函〔2019〕19号《政府网站与政务新媒体检查指标》';
const GUIDELINES = '国办发〔2017〕47号《政府网站发展指引》';

/** The check list of government websites, by the name of its indicator. */
export const checkList = (indicator: string): Norm => ({ source: `${CHECK_LIST}：${indicator}`, since: '2019-04-01' });

/** The development guidelines of government websites, by part. */
export const guidelines = (part: string): Norm => ({ source: `${GUIDELINES}${part}`, since: '2017-05-15' });

/** The regulation on disclosure as revised in 2019, by article. */
export const regulation = (article: string): Norm => ({
  source: `《中华人民共和国政府信息公开条例》${article}`,
  since: '2019-05-15',
});

/** The notice on disclosure platforms. Its day is not in the copies at hand: applied from the year after. */
export const platformNotice = (part: string): Norm => ({
  source: `国办公开办函〔2019〕61号：${part}`,
  since: '2020-01-01',
});

/** Good practice that no text at hand demands in figures. */
export const ownNorm = (reason: string): Norm => ({ source: `产品默认：${reason}`, since: '2026-11-28' });
