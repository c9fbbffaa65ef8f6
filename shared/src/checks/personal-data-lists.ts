/**
 * Words and forms by which personal data is told from other numbers. Sources: 《个人信息保护法》 (in force 2021-11-01);
 * GB/T 35273-2020, annexes A and B, for what counts as personal; GB/T 14885 and the practice of official sites for how
 * official contacts are written. Compiled on 2026-11-28.
 */

/** How a number is shortened: characters kept at its two ends, a star for each in between. */
export interface MaskShape {
  readonly head: number;
  readonly tail: number;
}

export interface PersonalDataMasks {
  readonly citizenNumber: MaskShape;
  readonly mobile: MaskShape;
  readonly bankCard: MaskShape;
  readonly passport: MaskShape;
}

/** Shapes that a government notice of 2023 prints, `35*************123` and `138****1234`; else as little as needed. */
export const DEFAULT_MASKS: PersonalDataMasks = {
  citizenNumber: { head: 2, tail: 3 },
  mobile: { head: 3, tail: 4 },
  bankCard: { head: 0, tail: 4 },
  passport: { head: 1, tail: 2 },
};

/** Say that a number is that of a person's document. */
export const IDENTITY_WORDS = /身份证|身份号码|证件号|身份证件|公民身份/;

/** Say that a number is that of an account. */
export const CARD_WORDS = /银行卡|卡号|帐号|账号|账户|帐户|开户|信用卡|储蓄卡|借记卡|一卡通|社保卡/;

/** Say that a telephone is published for the public to call. */
export const OFFICIAL_CONTACT_WORDS =
  /(?:联系|咨询|监督|举报|投诉|服务|值班|办公|报名|报修|预约|业务|受理|客服|热线|公开|单位)(?:电话|方式|号码|人)|联系人|热线|24小时/;

/** Say that what follows is where somebody lives. */
export const HOME_WORDS = /住址|户籍|家庭地址|居住地|现住|户口所在|家住|住所/;

/** Say that a room is one of an office. */
export const OFFICE_WORDS =
  /办公|政务|大厅|大厦|中心|办事|窗口|会议室|单位|局|委员会|接待|开标|受理|法院|银行|公司|学校|医院/;
