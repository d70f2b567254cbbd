/**
 * One observation that a page can make of its WebSocket. It does not say what is right: the bare browser does. What
 * the tapped page observes has to be equal.
 */
export interface Check {
  /** The step of a standard that it proves. */
  readonly title: string;
  readonly observe: () => unknown;
}

/** Everything that a page can learn of what was thrown; "nothing" where nothing was. */
export function thrown(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return anatomy(error);
  }
  return "nothing";
}

export function anatomy(error: unknown): unknown {
  if (typeof error !== "object" || error === null) return { primitive: String(error) };
  const { name, message, code, stack } = error as DOMException & { stack?: string };
  const own = Object.getOwnPropertyDescriptors(error);
  const shape = Object.entries(own).map(([key, { value, get, set, ...flags }]) => {
    return [key, flags, typeof value, typeof get, typeof set];
  });
  const realm = [error instanceof Error, error instanceof DOMException, error instanceof TypeError];
  return { name, message, code, stack, shape, realm, tag: Object.prototype.toString.call(error) };
}

/** A property's descriptor, with functions as they print. */
export function described(of: object, name: PropertyKey): unknown {
  const descriptor = Object.getOwnPropertyDescriptor(of, name);
  return descriptor && Object.entries(descriptor).map(([key, value]) => [key, String(value)]);
}

const { apply } = Reflect;

/** Counts what is called, in order. */
export class Calls {
  readonly list: string[] = [];

  /** `act` with its call written down under this name. */
  on<A extends unknown[], R>(name: string, act: (...args: A) => R): (...args: A) => R {
    const { list } = this;
    return function (this: unknown, ...args: A) {
      list[list.length] = name;
      return apply(act, this, args) as R;
    };
  }
}

/** Puts something in a property's place while `act` goes on. */
export async function patched<T>(
  of: object,
  name: PropertyKey,
  patch: (old: PropertyDescriptor) => PropertyDescriptor,
  act: () => T | Promise<T>,
): Promise<T> {
  const { defineProperty, deleteProperty, getOwnPropertyDescriptor } = Reflect;
  const old = getOwnPropertyDescriptor(of, name);
  defineProperty(of, name, { configurable: true, ...patch(old ?? {}) });
  try {
    return await act();
  } finally {
    if (old) defineProperty(of, name, old);
    else deleteProperty(of, name);
  }
}
