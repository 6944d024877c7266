/** The page's only script: popovers over the marks and jumps between marks and findings. Plain browser JavaScript. */
export const SCRIPT = `
(() => {
  const pop = document.getElementById('pop');
  const body = pop.querySelector('.body');
  const narrow = matchMedia('(max-width: 60rem)');
  const hover = matchMedia('(hover: hover)');
  let owner = null;
  let pinned = false;
  let timer = 0;

  const cardsOf = (mark) => {
    const prefix = mark.hash.slice(1).split('-')[0];
    const claims = mark.dataset.claims.split(' ');
    const sides = [...document.querySelectorAll('[data-sides][id^="' + prefix + '-x"]')];
    const contradictions = sides.filter((card) => card.dataset.sides.split(' ').some((n) => claims.includes(n)));
    return [...claims.map((n) => document.getElementById(prefix + '-c' + n)).filter(Boolean), ...contradictions];
  };
  const visible = (mark) => getComputedStyle(mark).textDecorationLine !== 'none';

  function place(mark) {
    if (narrow.matches) { pop.style.removeProperty('left'); pop.style.removeProperty('top'); return; }
    const rect = mark.getClientRects()[0] || mark.getBoundingClientRect();
    const left = Math.min(Math.max(8, rect.left), innerWidth - pop.offsetWidth - 8);
    const below = rect.bottom + 6;
    const top = below + pop.offsetHeight < innerHeight - 8 ? below : Math.max(8, rect.top - pop.offsetHeight - 6);
    pop.style.left = left + 'px';
    pop.style.top = top + 'px';
  }
  function show(mark, pin) {
    clearTimeout(timer);
    pinned = pin;
    if (owner !== mark) {
      if (owner) owner.classList.remove('active');
      owner = mark;
      mark.classList.add('active');
      body.replaceChildren(...cardsOf(mark).map((card) => {
        const copy = document.createElement('div');
        copy.className = card.className;
        copy.innerHTML = card.innerHTML;
        return copy;
      }));
    }
    pop.classList.toggle('pinned', pin);
    pop.hidden = false;
    place(mark);
  }
  function hide(back) {
    clearTimeout(timer);
    if (!owner) return;
    const last = owner;
    owner.classList.remove('active');
    owner = null;
    pinned = false;
    pop.hidden = true;
    if (back) last.focus({ preventScroll: true });
  }
  const later = (action, delay) => { clearTimeout(timer); timer = setTimeout(action, delay); };
  const markAt = (event) => event.target instanceof Element ? event.target.closest('.mark') : null;

  document.addEventListener('mouseover', (event) => {
    if (!hover.matches || pinned) return;
    const mark = markAt(event);
    if (mark && visible(mark)) later(() => show(mark, false), owner ? 60 : 120);
    else if (pop.contains(event.target)) clearTimeout(timer);
    else if (owner) later(() => hide(false), 250);
  });
  document.addEventListener('focusin', (event) => {
    const mark = markAt(event);
    if (mark && visible(mark) && mark.matches(':focus-visible')) show(mark, false);
  });
  document.addEventListener('focusout', (event) => {
    if (markAt(event) && !pinned && !pop.contains(event.relatedTarget)) later(() => hide(false), 250);
  });
  document.addEventListener('click', (event) => {
    const mark = markAt(event);
    if (mark) {
      event.preventDefault();
      if (!visible(mark)) return;
      if (pinned && owner === mark) hide(false); else show(mark, true);
      return;
    }
    const where = event.target instanceof Element ? event.target.closest('.where') : null;
    if (where) {
      const target = document.getElementById(where.hash.slice(1));
      let next = target && target.nextElementSibling;
      while (next && !next.matches('.mark')) next = next.nextElementSibling;
      hide(false);
      if (!target) return;
      event.preventDefault();
      target.scrollIntoView({ block: 'center' });
      if (next) { next.focus({ preventScroll: true }); next.classList.add('flash'); setTimeout(() => next.classList.remove('flash'), 1600); }
      return;
    }
    if (!pop.contains(event.target) || (event.target instanceof Element && event.target.closest('.close'))) hide(pop.contains(event.target));
  });
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') hide(true); });
  addEventListener('resize', () => { if (owner) place(owner); });
  addEventListener('scroll', () => { if (owner && !pinned) hide(false); else if (owner) place(owner); }, { passive: true });

  const lists = document.querySelectorAll('aside details');
  const fold = () => { for (const list of lists) list.open = !narrow.matches; };
  narrow.addEventListener('change', fold);
  fold();
})();
`;
