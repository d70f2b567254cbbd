/**
 * The element with this id, which must be of this kind.
 * @template {Element} T
 * @param {string} id
 * @param {new (...args: never[]) => T} kind
 * @returns {T}
 */
export function byId(id, kind) {
  const element = document.getElementById(id);
  if (element instanceof kind) return element;
  throw new Error(`The page has no ${kind.name} with the id "${id}"`);
}

/**
 * A new element with a class and a text. The text never becomes HTML.
 * @param {string} tag
 * @param {string} className
 * @param {string} [text]
 */
export function make(tag, className, text = "") {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/**
 * Shows the state of a socket on a badge.
 * @param {string} id
 * @returns {(state: "connecting" | "open" | "closed", text?: string) => void}
 */
export function badge(id) {
  const element = byId(id, HTMLElement);
  return (state, text = state) => {
    element.dataset.state = state;
    element.textContent = text[0]?.toUpperCase() + text.slice(1);
  };
}
