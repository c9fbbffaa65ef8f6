import { passagesOf, type Passage } from './passages.ts';
import { speechParts } from './speech-parts.ts';
import { voiceFor } from './voice-choice.ts';

/** 朗读, by the browser's own voices. The controls stay out of sight where none of them reads the language of the text. */
const controls = document.querySelector<HTMLElement>('[data-aloud]');
const article = controls?.closest('article');
if (controls && article && 'speechSynthesis' in window) readAloud(controls, article, window.speechSynthesis);

function readAloud(controls: HTMLElement, article: Element, speech: SpeechSynthesis): void {
  const language = article.closest<HTMLElement>('[lang]')?.lang ?? '';
  const button = (duty: string) => controls.querySelector<HTMLButtonElement>(`[data-do='${duty}']`);
  const rate = controls.querySelector('select');
  const place = controls.querySelector<HTMLElement>('[data-place]');
  const pauseButton = button('pause');
  const words = { pause: pauseButton?.textContent ?? '', resume: pauseButton?.dataset['resume'] ?? '' };

  let passages: Passage[] = [];
  let at = 0;
  /** Parts of the passage that are not said yet. */
  let left: string[] = [];
  /** What is said belongs to a turn; what ends of an earlier one is over already. */
  let turn = 0;

  function show(state: 'idle' | 'reading' | 'paused'): void {
    controls.dataset['aloud'] = state;
    if (pauseButton) pauseButton.textContent = state === 'paused' ? words.resume : words.pause;
    if (state === 'idle') mark(null);
  }

  function mark(passage: Passage | null): void {
    for (const marked of document.querySelectorAll('.read-now')) marked.classList.remove('read-now');
    if (passage === null) return;
    passage.element.classList.add('read-now');
    passage.element.scrollIntoView({ block: 'nearest' });
    const number = { number: String(at + 1), count: String(passages.length) };
    if (place) place.textContent = (place.dataset['place'] ?? '').replace(/\{(number|count)\}/g, wordOf(number));
  }

  function silence(): void {
    turn += 1;
    speech.cancel();
  }

  function say(): void {
    const [part] = left;
    if (part === undefined) return goTo(at + 1);
    const own = turn;
    const utterance = new SpeechSynthesisUtterance(part);
    utterance.lang = language;
    utterance.voice = voiceFor(speech.getVoices(), language);
    utterance.rate = Number(rate?.value ?? 1);
    utterance.onend = () => {
      if (own !== turn) return;
      left.shift();
      say();
    };
    utterance.onerror = () => own === turn && stop();
    speech.speak(utterance);
  }

  function goTo(next: number): void {
    silence();
    const passage = passages[Math.max(0, next)];
    if (passage === undefined) return stop();
    at = Math.max(0, next);
    left = speechParts(passage.text);
    show('reading');
    mark(passage);
    say();
  }

  function start(): void {
    passages = passagesOf(article ?? document.body, language);
    goTo(0);
    pauseButton?.focus();
  }

  function stop(): void {
    silence();
    const hadFocus = controls.contains(document.activeElement);
    show('idle');
    if (hadFocus) button('start')?.focus();
  }

  /** Going on begins with the sentence that was broken off: not every browser can pause inside one. */
  function pause(): void {
    const isPaused = controls.dataset['aloud'] === 'paused';
    silence();
    show(isPaused ? 'reading' : 'paused');
    if (isPaused) say();
  }

  const duties: Readonly<Record<string, () => void>> = {
    start,
    stop,
    pause,
    previous: () => goTo(at - 1),
    next: () => goTo(at + 1),
  };
  const offer = () => controls.toggleAttribute('data-voice', voiceFor(speech.getVoices(), language) !== null);

  controls.addEventListener('click', ({ target }) => {
    const duty = target instanceof HTMLElement ? target.dataset['do'] : undefined;
    if (duty !== undefined) duties[duty]?.();
  });
  rate?.addEventListener('change', () => {
    if (controls.dataset['aloud'] !== 'reading') return;
    silence();
    say();
  });
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && controls.dataset['aloud'] !== 'idle' && stop());
  window.addEventListener('pagehide', silence);
  speech.addEventListener('voiceschanged', offer);
  offer();
}

function wordOf(words: Readonly<Record<string, string>>): (whole: string, name: string) => string {
  return (whole, name) => words[name] ?? whole;
}
