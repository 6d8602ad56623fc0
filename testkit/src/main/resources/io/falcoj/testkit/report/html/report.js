(() => {
  'use strict';

  const root = document.documentElement;
  root.classList.add('js');

  // A file that is opened from disk may have no storage.
  const stored = {
    get: () => { try { return localStorage.getItem('falcoj-theme'); } catch { return null; } },
    set: (theme) => { try { localStorage.setItem('falcoj-theme', theme); } catch { /* not kept */ } },
  };

  const show = (theme) => {
    if (theme === 'light' || theme === 'dark') {
      root.dataset.theme = theme;
    } else {
      delete root.dataset.theme;
    }
  };
  show(stored.get());

  const theme = () => {
    for (const input of document.querySelectorAll('input[name="theme"]')) {
      input.checked = input.value === (root.dataset.theme || 'system');
      input.addEventListener('change', () => { show(input.value); stored.set(input.value); });
    }
  };

  /** A list whose items are hidden unless they hold the text and have the state that is chosen. */
  const filter = (section) => {
    const text = section.querySelector('input[type="search"]');
    const states = [...section.querySelectorAll('.choice input')];
    const status = section.querySelector('.status');
    const groups = [...section.querySelectorAll('.group')];
    const items = groups.flatMap((group) =>
      [...group.querySelectorAll(':scope > .list > li')].map((node) => ({
        node, group, details: node.querySelector(':scope > details'), text: null,
      })));

    const apply = () => {
      const wanted = text.value.trim().toLowerCase();
      const state = states.find((input) => input.checked)?.value ?? 'all';
      const filled = new Set();
      let count = 0;
      for (const item of items) {
        let visible = state === 'all' || item.details.dataset.state === state;
        if (visible && wanted !== '') {
          item.text ??= (item.group.dataset.name + ' ' + item.node.textContent).toLowerCase();
          visible = item.text.includes(wanted);
        }
        if (item.node.hidden === visible) {
          item.node.hidden = !visible;
        }
        if (visible) {
          count++;
          filled.add(item.group);
        }
      }
      for (const group of groups) {
        group.hidden = !filled.has(group);
      }
      status.textContent = `${count} of ${items.length} shown`;
    };

    text.addEventListener('input', apply);
    states.forEach((input) => input.addEventListener('change', apply));
    section.querySelector('[data-do="open"]').addEventListener('click', () => {
      for (const item of items) {
        item.details.open = !item.node.hidden && item.details.dataset.fails !== undefined;
      }
    });
    section.querySelector('[data-do="close"]').addEventListener('click', () => {
      items.forEach((item) => { item.details.open = false; });
    });
    apply();
  };

  /** What the address names is opened, and shown though a filter hides it. */
  const openTarget = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) {
      return;
    }
    for (let node = target; node; node = node.parentElement) {
      node.hidden = false;
      if (node.tagName === 'DETAILS') {
        node.open = true;
      }
    }
    if (target.tagName === 'DETAILS') {
      target.querySelector('summary').focus();
      target.scrollIntoView();
    }
  };

  /** Printed, failures are open. */
  const printing = () => {
    let opened = [];
    addEventListener('beforeprint', () => {
      opened = [...document.querySelectorAll('details[data-fails]:not([open])')];
      opened.forEach((node) => { node.open = true; });
    });
    addEventListener('afterprint', () => opened.forEach((node) => { node.open = false; }));
  };

  document.addEventListener('DOMContentLoaded', () => {
    theme();
    document.querySelectorAll('section.filtered').forEach(filter);
    printing();
    addEventListener('hashchange', openTarget);
    openTarget();
  });
})();
