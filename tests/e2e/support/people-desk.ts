import type { BrowserContext, Page } from 'playwright-core';
import { CONFIRM } from './editor-desk.ts';

/** The page on which the disclosure office says who stands in for whom. */
export class PeopleDesk {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(context: BrowserContext, cmsUrl: string): Promise<PeopleDesk> {
    const page = await context.newPage();
    await page.goto(`${cmsUrl}/admin/plugins/disclosure/people`);
    await page.getByRole('button', { name: '添加代理' }).waitFor();
    return new PeopleDesk(page);
  }

  /** People are named by their roles, days as they are typed: `2026/11/20`. */
  async addStandIn(standIn: { person: string; standIn: string; from: string; to: string }): Promise<void> {
    await this.page.getByRole('button', { name: '添加代理' }).click();
    const dialog = this.page.getByRole('dialog', { name: '添加代理' });
    for (const [label, role] of [['代替谁', standIn.person] as const, ['由谁代理', standIn.standIn] as const]) {
      await dialog.getByRole('combobox', { name: label }).click();
      await this.page.getByRole('option', { name: `（${role}）` }).click();
    }
    for (const [label, day] of [['从', standIn.from] as const, ['到（含当天）', standIn.to] as const]) {
      await dialog.getByRole('textbox', { name: label }).fill(day);
    }
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  async removeStandIn(): Promise<void> {
    await this.page.getByRole('button', { name: /^删除代理/ }).click();
    const question = this.page.getByRole('alertdialog');
    await question.getByRole('button', { name: CONFIRM }).click();
    await this.page.getByText('没有代理安排').waitFor();
  }
}
