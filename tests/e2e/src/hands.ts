import type { Locator, Page } from "@playwright/test";

interface Effort {
  clicks: number;
  keys: number;
  views: number;
}

/** Works on a page as a person does, and counts it: clicks, keys besides values, changes of the view. */
export class Hands {
  readonly effort: Effort = { clicks: 0, keys: 0, views: 0 };
  private readonly page: Page;
  private path: string;

  constructor(page: Page) {
    this.page = page;
    this.path = new URL(page.url()).pathname;
  }

  async click(target: Locator, options: Parameters<Locator["click"]>[0] = {}): Promise<void> {
    await target.click(options);
    this.effort.clicks += 1;
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    this.effort.keys += 1;
  }

  /** A value: it has to be given whatever the interface is like. */
  async write(value: string): Promise<void> {
    await this.page.keyboard.type(value);
  }

  /** The view that the work leads to; to be told when it is there. */
  arrived(): void {
    const path = new URL(this.page.url()).pathname;
    if (path !== this.path) this.effort.views += 1;
    this.path = path;
  }
}
