/** The name both covers carry during a transition; also in `work-page.module.css`. */
const transitionName = 'work-cover';

/** Where a work's page shows it. */
export const stageId = 'work-stage';

/**
 * Names the cover of the card around a link, and only that one: two elements of one name make the browser give the
 * transition up. Set through the CSSOM, because the content security policy forbids style attributes.
 */
export function markForMorph(link: HTMLElement): void {
  for (const cover of document.querySelectorAll<HTMLElement>('[data-work-cover]'))
    cover.style.viewTransitionName = 'none';
  const picture = link.closest('article')?.querySelector('img')?.parentElement;
  if (picture) picture.style.viewTransitionName = transitionName;
}
