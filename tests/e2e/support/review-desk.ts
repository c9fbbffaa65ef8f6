import type { BrowserContext, Locator, Page } from 'playwright-core';
import { CONFIRM } from './editor-desk.ts';

const DESK = '/admin/plugins/disclosure/reviews';

export type Decision = '同意' | '退回修改' | '提交审查结论' | '同意撤下' | '不同意撤下' | '同意追认' | '不予追认';

/** The screen on which one person decides about one item. */
export class ReviewScreen {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** By the way that a reviewer goes: from the list of what waits for them. `panel` shows what the review is about. */
  static async open(context: BrowserContext, cmsUrl: string, title: string, panel = '送审内容'): Promise<ReviewScreen> {
    const page = await context.newPage();
    await page.goto(cmsUrl + DESK);
    await page.getByRole('region', { name: '等我审核' }).getByRole('link', { name: title }).click();
    const screen = new ReviewScreen(page);
    await screen.panel(panel).waitFor();
    return screen;
  }

  /** By how many pixels the page is wider than the screen. */
  widthBeyondScreen(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }

  panel(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true });
  }

  async write(opinion: string): Promise<void> {
    await this.page.getByRole('textbox', { name: '意见' }).fill(opinion);
  }

  async comment(field: string, text: string): Promise<void> {
    await this.page.getByRole('button', { name: `对“${field}”批注` }).click();
    await this.page.getByRole('textbox', { name: `对“${field}”的批注` }).fill(text);
  }

  /** Fills the record of a confidentiality review of something that nothing speaks against. */
  async recordNothing(): Promise<void> {
    // When it comes, the preview moves what stands below it, an open list of choices included.
    await this.panel('公众将看到的页面').getByText('预览有效至').waitFor();
    await this.#choose('载体形式', '公文类');
    await this.page.getByRole('button', { name: '其余都答“否”' }).click();
    await this.#choose('审查结论', '可以公开');
    await this.page.getByRole('textbox', { name: '审查依据' }).fill('《中华人民共和国政府信息公开条例》第十七条');
  }

  /** Fills the record of a confidentiality review that decides not to publish, and asks for a notice. */
  async withhold(ground: string, reviewAgainOn: string, title: string): Promise<void> {
    await this.#choose('载体形式', '公文类');
    await this.page.getByRole('button', { name: '其余都答“否”' }).click();
    await this.#choose('审查结论', '不予公开');
    await this.#choose('不予公开的理由', ground);
    await this.page.getByRole('textbox', { name: '理由' }).fill('讨论中的意见');
    await this.page.getByLabel('重新审查日期').first().fill(reviewAgainOn);
    await this.page.getByRole('checkbox', { name: '在网站上说明不予公开' }).click();
    await this.page.getByRole('textbox', { name: '说明的标题' }).fill(title);
  }

  /** Says one of the two things that can be said, and confirms it. */
  async decide(action: Decision): Promise<void> {
    await this.page.getByRole('button', { name: action, exact: true }).click();
    await this.page.getByRole('alertdialog').getByRole('button', { name: CONFIRM }).click();
    await this.page.getByRole('button', { name: action, exact: true }).waitFor({ state: 'detached' });
  }

  async #choose(label: string, option: string): Promise<void> {
    await this.page.getByRole('combobox', { name: label }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }
}
