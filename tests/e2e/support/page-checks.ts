import type { Page } from 'playwright-core';

/** Rules that axe has no word for, or none that counts in a mode. Each gives what breaks it, one line each. */

/** One h1, no level left out, and every part of the page within a landmark that has a name of its own. */
export function structureProblems(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isSeen = (element: Element) => element.checkVisibility();
    const seen = (selector: string) => Array.from(document.querySelectorAll(selector)).filter(isSeen);
    const levels = seen('h1, h2, h3, h4, h5, h6').map(({ tagName, textContent }) => ({
      level: Number(tagName[1]),
      text: (textContent ?? '').trim(),
    }));
    const problems = levels.flatMap(({ level, text }, at) => {
      const before = levels[at - 1]?.level ?? 0;
      return level > before + 1 ? [`h${level} "${text}" follows h${before}`] : [];
    });
    if (levels.filter(({ level }) => level === 1).length !== 1) problems.push('There is not one h1');
    for (const landmark of ['main', 'body > header', 'body > footer'])
      if (seen(landmark).length !== 1) problems.push(`There is not one ${landmark}`);
    const nameOf = (landmark: Element) => {
      const named = document.getElementById(landmark.getAttribute('aria-labelledby') ?? '');
      return named?.textContent?.trim() ?? landmark.getAttribute('aria-label') ?? '';
    };
    const names = seen('nav, aside').map((each) => `${each.tagName} ${nameOf(each)}`);
    for (const name of names) {
      if (name.endsWith(' ')) problems.push(`${name}has no name`);
      if (names.filter((other) => other === name).length > 1) problems.push(`There are several ${name}`);
    }
    return problems;
  });
}

/** Controls, and links that stand by themselves, that are less high or wide than a finger needs. */
export function smallTargets(page: Page, smallest: number): Promise<string[]> {
  return page.evaluate((smallest) => {
    const isWithinSentence = (target: Element) =>
      target.matches('a') &&
      getComputedStyle(target).display === 'inline' &&
      (target.closest('p, td, th, cite, blockquote, .trail, dd')?.textContent ?? '').trim() !==
        (target.textContent ?? '').trim();
    return Array.from(document.querySelectorAll('a[href], button, select, summary, input:not([type=hidden])'))
      .filter((target) => target.checkVisibility({ visibilityProperty: true }) && target.closest('svg') === null)
      .filter((target) => !isWithinSentence(target) && !target.matches('.skip'))
      .flatMap((target) => {
        // The label of an input is pressed as well.
        const { width, height } = (target.closest('label') ?? target).getBoundingClientRect();
        const isSmall = height < smallest - 0.5 || width < Math.min(smallest, 24) - 0.5;
        return isSmall ? [`${Math.round(width)} × ${Math.round(height)}: ${target.outerHTML.slice(0, 120)}`] : [];
      });
  }, smallest);
}

/** Texts that are set smaller than so many CSS pixels; those of charts grow with their charts. */
export function smallTexts(page: Page, smallest: number): Promise<string[]> {
  return page.evaluate((smallest) => {
    const small = new Set<string>();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const parent = texts.currentNode.parentElement;
      if (parent === null || parent.closest('svg, script, .unseen') || !parent.checkVisibility()) continue;
      const text = (texts.currentNode.textContent ?? '').trim();
      const size = Number.parseFloat(getComputedStyle(parent).fontSize);
      if (text !== '' && size < smallest) small.add(`${size} px: ${parent.outerHTML.slice(0, 120)}`);
    }
    return [...small];
  }, smallest);
}

/** What stays in place while the page is scrolled. */
export function floatingThings(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Array.from(document.body.querySelectorAll('*'))
      .filter((element) => element.checkVisibility())
      .filter((element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position))
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

/** What has to be scrolled to the side to be read. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Stops of the keyboard that are wholly under something else or out of the window when they have the focus. */
export async function hiddenStops(page: Page, stops: number, key: 'Tab' | 'Shift+Tab'): Promise<string[]> {
  const hidden: string[] = [];
  for (let stop = 0; stop < stops; stop += 1) {
    await page.keyboard.press(key);
    const found = await page.evaluate(() => {
      const focused = document.activeElement;
      if (focused === null || focused === document.body) return null;
      const box = focused.getClientRects()[0];
      if (box === undefined) return focused.outerHTML.slice(0, 120);
      const points = [0.1, 0.5, 0.9].flatMap((across) =>
        [0.15, 0.5, 0.85].map((down) => ({ x: box.x + box.width * across, y: box.y + box.height * down })),
      );
      const isSeen = points.some(({ x, y }) => {
        const top = document.elementFromPoint(x, y);
        return top !== null && (focused.contains(top) || top.contains(focused));
      });
      return isSeen ? null : focused.outerHTML.slice(0, 120);
    });
    if (found !== null) hidden.push(found);
  }
  return hidden;
}
