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

/** The address of this script as it stands in stack traces, once it was needed. */
let here = "";

type Trap = (...args: never[]) => unknown;

/** Whether a stack can be read, and that runs no code of the page's. */
function readable(): boolean {
  // A worker's own script has the same address as the tap in front of it.
  if (!self.document || "prepareStackTrace" in NativeError) return false;
  if (here === "") here = ownAddress();
  return here !== "";
}

/** Without a regular expression, which would leave its match on the page's `RegExp`. */
function ownAddress(): string {
  const trace = traceBelow();
  const end = indexOf(trace, "\n", 1);
  const line = end < 0 ? trace : slice(trace, 0, end);
  const place = lastIndexOf(line, ":", lastIndexOf(line, ":") - 1);
  const start = lastIndexOf(line, "(") < 0 ? LINE.length : lastIndexOf(line, "(") + 1;
  return place < 0 ? "" : slice(line, start, place);
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
 * The same for an error that the page's code may have thrown while its value was converted, or that has lines of its
 * own above the tap's. Left alone where that would run the page's code.
 */
export function withoutTrace(error: unknown, trap?: Trap): unknown {
  if (!readable()) return error;
  try {
    const thrown = error as { stack: unknown };
    const { stack } = thrown;
    const at = typeof stack === "string" ? indexOf(stack, here) : -1;
    if (at < 0) return error;
    const above = slice(stack, 0, lastIndexOf(stack, "\n", at));
    let end = indexOf(stack, "\n", at);
    while (end >= 0) {
      const next = indexOf(stack, here, end);
      if (next < 0 || lastIndexOf(stack, "\n", next) !== end) break;
      end = indexOf(stack, "\n", next);
    }
    const below = end < 0 ? "" : slice(stack, end);
    const all = trap && captureStackTrace ? traceBelow(trap) : below;
    // Nothing of the page's above the tap's line: it is a native error.
    if (trap && captureStackTrace && indexOf(above, LINE) < 0) captureStackTrace(thrown, trap);
    else thrown.stack = limited(above + (indexOf(all, below) === 0 ? all : below));
  } catch {
    // A frozen or exotic error thrown by the page itself: it keeps the stack it has.
  }
  return error;
}

const LINE = "\n    at ";

/** The lines of the trace from the caller of `trap` on; without one, from here on. */
function traceBelow(trap?: Trap): string {
  const holder = { __proto__: null } as unknown as { stack: string };
  captureStackTrace?.(holder, trap);
  const at = indexOf(holder.stack, LINE);
  return at < 0 ? "" : slice(holder.stack, at);
}

/** A stack with no more lines than the page wants. */
function limited(stack: string): string {
  let lines = 0;
  for (let at = indexOf(stack, LINE); at >= 0; at = indexOf(stack, LINE, at + 1)) {
    if (lines++ === NativeError.stackTraceLimit) return slice(stack, 0, at);
  }
  return stack;
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
      // `toString` itself, other than methods of the browser, has a line of its own in its errors.
      throw readable() ? withoutTrace(error, print) : asNative(error, print);
    }
  }
  replace(Function.prototype, "toString", standIn(nativeToString, { apply: print }));
}

/** Replaces a property's value, or its getter, and nothing else about it. */
export function replace(of: object, name: string, by: object, key: "get" | "value" = "value"): void {
  const descriptor = { __proto__: null, ...getOwnPropertyDescriptor(of, name), [key]: by };
  defineProperty(of, name, descriptor as PropertyDescriptor);
}
