import {
  apply,
  captureStackTrace,
  defineProperty,
  getOwnPropertyDescriptor,
  indexOf,
  lastIndexOf,
  NativeError,
  NativeProxy,
  slice,
} from "./natives";

const nativeToString = Function.prototype.toString;
const { get: weakGet, set: weakSet } = WeakMap.prototype;
const originals = new WeakMap<object, object>();

/** The address of this script as it stands in stack traces; empty where they look otherwise. */
const here = /(\w[\w+.-]*:\/\/\S+?):\d+:\d+\)?$/m.exec(new Error().stack ?? "")?.[1] ?? "";

type Trap = (...args: never[]) => unknown;

/** Whether reading a stack runs no code of the page's. */
function readable(): boolean {
  return here !== "" && !("prepareStackTrace" in NativeError);
}

/**
 * Makes a native error look as if it was thrown without the tap: its trace is taken again, from the caller of
 * `trap` on. V8 puts the text together when the page asks for it, so that this runs nothing of the page's and also
 * serves those that format stacks themselves. Only for errors that no code of the page's can have thrown.
 */
export function asNative(error: unknown, trap: Trap): unknown {
  if (captureStackTrace) captureStackTrace(error as object, trap);
  else withoutTrace(error);
  return error;
}

/**
 * The same for an error that the page's code may have thrown while its value was converted: the tap's lines are
 * taken out of the text. Left alone where that would run the page's code.
 */
export function withoutTrace(error: unknown, trap?: Trap): unknown {
  if (!readable()) return error;
  try {
    const thrown = error as { stack: unknown };
    let stack = thrown.stack;
    if (typeof stack !== "string") return error;
    let at = indexOf(stack, here);
    if (
      trap &&
      captureStackTrace &&
      at >= 0 &&
      lastIndexOf(stack, "\n    at ", at) === indexOf(stack, "\n    at ")
    ) {
      // Nothing of the page's stands above the tap: it is a native error.
      captureStackTrace(thrown, trap);
      return error;
    }
    if (at < 0) return error;
    for (; at >= 0; at = indexOf(stack, here)) {
      const end = indexOf(stack, "\n", at);
      stack = slice(stack, 0, lastIndexOf(stack, "\n", at)) + (end < 0 ? "" : slice(stack, end));
    }
    thrown.stack = stack;
  } catch {
    // A frozen or exotic error thrown by the page itself: it keeps the stack it has.
  }
  return error;
}

/**
 * A stand-in for a native function. A Proxy, because that is what V8 prints as the native function wherever it
 * prints functions by itself (in messages of errors, and in other realms), with the same properties by nature.
 */
export function standIn<T extends object>(native: T, handler: ProxyHandler<T>): T {
  // Without a prototype of its own, a trap put on `Object.prototype` by the page would be taken for ours.
  const wrapper = new NativeProxy(native, { __proto__: null, ...handler } as ProxyHandler<T>);
  apply(weakSet, originals, [wrapper, native]);
  return wrapper;
}

/** Installs what {@link standIn} needs: a Proxy of a function prints without its name. */
export function installDisguise(): void {
  function print(target: () => string, self: object, args: unknown[]): string {
    try {
      return apply(target, apply(weakGet, originals, [self]) ?? self, args as []);
    } catch (error) {
      throw refused(error as Error, print);
    }
  }
  replace(Function.prototype, "toString", standIn(nativeToString, { apply: print }));
}

/** Replaces a property's value and nothing else about it. */
export function replace(of: object, name: string, value: object): void {
  const descriptor = { __proto__: null, ...getOwnPropertyDescriptor(of, name), value };
  defineProperty(of, name, descriptor as PropertyDescriptor);
}

/** `toString` itself, other than the tap's wrappers of native methods, has a line of its own in its errors. */
function refused(error: Error, trap: Trap): Error {
  const own = readable() && error.stack;
  asNative(error, trap);
  if (!own) return error;
  const above = slice(own, 0, lastIndexOf(own, "\n", indexOf(own, here)));
  const stack = above + slice(error.stack, indexOf(error.stack, "\n"));
  // The line that was put in may be one more than the page wants.
  let lines = 0;
  for (let at = indexOf(stack, "\n"); at >= 0; at = indexOf(stack, "\n", at + 1)) {
    if (lines++ === NativeError.stackTraceLimit) {
      error.stack = slice(stack, 0, at);
      return error;
    }
  }
  error.stack = stack;
  return error;
}
