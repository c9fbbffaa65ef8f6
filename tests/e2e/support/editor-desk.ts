import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { Login } from '../../../scripts/demo/seed.ts';

// Strapi brings no Chinese for these; they may be said in either language.
const NEW_ENTRY = /^(?:Create new entry|新建.*|创建.*)$/;
const MORE_ACTIONS = /^(?:More document actions|更多操作)$/;

export const CONFIRM = /^(?:Confirm|确认|确定)$/;

const ITEMS = '/admin/content-manager/collection-types/plugin::disclosure.item';

/** Signs in at the admin panel; every page of the context is signed in from then on. */
export async function signInAtPanel(
  context: BrowserContext,
  cmsUrl: string,
  { email, password }: Login,
): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${cmsUrl}/admin`);
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('navigation').first().waitFor();
  await page.waitForURL((url) => !url.pathname.includes('/auth/'));
  await page.close();
}

export interface UploadedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** The list of items, as an editor finds it. */
export async function openItemList(context: BrowserContext, cmsUrl: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${cmsUrl}${ITEMS}`);
  await page.getByRole('row').nth(1).waitFor();
  return page;
}

/** The form of one item in the admin panel. */
export class ItemForm {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** By the way that an editor goes: from the list. */
  static async create(context: BrowserContext, cmsUrl: string): Promise<ItemForm> {
    const page = await context.newPage();
    await page.goto(`${cmsUrl}${ITEMS}`);
    await page.getByRole('link', { name: NEW_ENTRY }).first().click();
    return new ItemForm(page).#shown();
  }

  static async open(context: BrowserContext, cmsUrl: string, documentId: string): Promise<ItemForm> {
    const page = await context.newPage();
    await page.goto(`${cmsUrl}${ITEMS}/${documentId}`);
    return new ItemForm(page).#shown();
  }

  async #shown(): Promise<this> {
    await this.text('标题').waitFor();
    await this.body.waitFor();
    // Strapi reads an entry again once its form is there: what is typed meanwhile is taken for what was stored.
    await this.page.waitForLoadState('networkidle');
    return this;
  }

  text(label: string): Locator {
    return this.page.getByRole('textbox', { name: label, exact: true });
  }

  get body(): Locator {
    return this.page.getByRole('textbox', { name: '正文', exact: true });
  }

  tool(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** What the panel beside the form says of the item's publication. */
  get publication(): Locator {
    return this.page.getByRole('complementary').filter({ hasText: '公开状态' });
  }

  /** What the panel beside the form found. */
  get checks(): Locator {
    const heading = this.page.getByRole('heading', { name: '检查', exact: true });
    return this.page.getByRole('complementary').filter({ has: heading });
  }

  /** What it says of one site node. */
  receiptOf(node: string): Locator {
    return this.publication.getByRole('listitem').filter({ hasText: node });
  }

  async select(label: string, option: string): Promise<void> {
    await this.page.getByRole('combobox', { name: label, exact: true }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  async relate(label: string, name: string): Promise<void> {
    const box = this.page.getByRole('combobox', { name: label, exact: true });
    await box.click();
    // An open box hides the rest of the page, itself included, from those who look by role.
    await this.page.keyboard.type(name);
    // Categories are named by their way, and the name comes last.
    await this.page.getByRole('option', { name: new RegExp(`(?:^| / )${name}$`) }).click();
  }

  async paste(html: string): Promise<void> {
    await this.body.evaluate((element, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', pasted);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, html);
  }

  /** Uploads a file through the dialog of the media library. */
  async attach(file: UploadedFile): Promise<void> {
    const field = this.page.getByRole('region', { name: '附件' });
    const dialog = this.page.getByRole('dialog').last();
    await field.getByRole('button').first().click();
    await dialog.getByRole('button', { name: '添加更多文件' }).click();
    await dialog.locator('input[type="file"]').setInputFiles(file);
    await dialog.getByRole('button', { name: '上传 1 个文件到媒体库' }).click();
    await dialog.getByRole('button', { name: '完成' }).click();
    await field.getByRole('img', { name: file.name }).waitFor();
  }

  async save(): Promise<void> {
    const button = this.page.getByRole('button', { name: '保存', exact: true });
    await button.click();
    // It can be pressed again only when there is something new to save.
    await button.and(this.page.locator(':disabled')).waitFor();
  }

  /** Saves what is under review or approved, which ends the review; the panel asks first. */
  async saveOverReview(): Promise<void> {
    await this.page.getByRole('button', { name: '保存', exact: true }).click();
    await this.page.getByRole('alertdialog').getByRole('button', { name: CONFIRM }).click();
  }

  /** Of the item that the form shows, once it is stored. */
  async documentId(): Promise<string> {
    await this.page.waitForURL((url) => !url.pathname.endsWith('/create'));
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? '';
  }

  /** What the panel beside the form says of the item's review. */
  get review(): Locator {
    return this.page.getByRole('complementary').filter({ hasText: '审核' });
  }

  /** `plan` is when to publish, as it is typed: `2026/11/20` and `09:30`. */
  async submit(note: string, plan: { readonly day: string; readonly time: string } | null = null): Promise<void> {
    await this.page.getByRole('button', { name: '送审', exact: true }).click();
    const dialog = this.page.getByRole('dialog', { name: '送审' });
    await dialog.getByRole('textbox', { name: '送审说明' }).fill(note);
    if (plan !== null) {
      await dialog.getByRole('textbox', { name: '日期' }).fill(plan.day);
      const time = dialog.getByRole('combobox', { name: '时间' });
      await time.fill(plan.time);
      await time.press('Tab');
    }
    await dialog.getByRole('button', { name: '送审', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  async publish(): Promise<void> {
    await this.page.getByRole('button', { name: '发布', exact: true }).click();
  }

  /** Tries to submit for review, and gives what the dialog says when that is refused. */
  async submitInVain(): Promise<Locator> {
    await this.page.getByRole('button', { name: '送审', exact: true }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('button', { name: '送审', exact: true }).click();
    return dialog.getByRole('alert');
  }

  /** At once, in an emergency. */
  async withdraw(reason: string): Promise<void> {
    const dialog = await this.#openWithdrawal('紧急撤下', reason);
    await dialog.getByRole('button', { name: '撤下', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** Through the review. */
  async requestWithdrawal(reason: string, note: string): Promise<void> {
    const dialog = await this.#openWithdrawal('申请撤下', reason);
    await dialog.getByRole('textbox', { name: '送审说明' }).fill(note);
    await dialog.getByRole('button', { name: '送审', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  async #openWithdrawal(action: string, reason: string): Promise<Locator> {
    await this.page.getByRole('button', { name: MORE_ACTIONS }).click();
    await this.page.getByRole('menuitem', { name: action, exact: true }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: '撤下原因' }).click();
    await this.page.getByRole('option', { name: reason }).click();
    return dialog;
  }
}
