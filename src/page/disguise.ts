import { apply, defineProperty, getOwnPropertyDescriptor, indexOf, lastIndexOf, slice } from "./natives";

const nativeToString = Function.prototype.toString;
const { get: weakGet, set: weakSet } = WeakMap.prototype;
const originals = new WeakMap<object, object>();

/** The address of this script as it stands in stack traces; empty where they look otherwise. */
const here = /(\w[\w+.-]*:\/\/\S+?):\d+:\d+\)?$/m.exec(new Error().stack ?? "")?.[1] ?? "";

/**
 * Takes this script's lines out of the stack of a native error that went through it. Left alone where the page
 * formats stacks itself (`Error.prepareStackTrace`): asking for the stack would run the page's code.
 */
export function withoutTrace(error: unknown): unknown {
  if (here === "" || getOwnPropertyDescriptor(Error, "prepareStackTrace")) return error;
  try {
    const thrown = error as { stack: unknown };
    let stack = thrown.stack;
    if (typeof stack !== "string") return error;
    for (let at = indexOf(stack, here); at >= 0; at = indexOf(stack, here)) {
      const end = indexOf(stack, "\n", at);
      stack = slice(stack, 0, lastIndexOf(stack, "\n", at)) + (end < 0 ? "" : slice(stack, end));
    }
    thrown.stack = stack;
  } catch {
    // A frozen or exotic error thrown by the page itself: it keeps the stack it has.
  }
  return error;
}

/** Makes `wrapper` print itself as the native function it stands for. */
export function disguise(wrapper: object, original: object): void {
  apply(weakSet, originals, [wrapper, original]);
}

/** Installs what {@link disguise} needs: wrappers must not show their source through `toString`. */
export function installDisguise(): void {
  const wrapper = {
    toString(this: object): string {
      try {
        return apply(nativeToString, apply(weakGet, originals, [this]) ?? this, []);
      } catch (error) {
        throw withoutTrace(error);
      }
    },
  };
  disguise(wrapper.toString, nativeToString);
  defineProperty(Function.prototype, "toString", {
    ...getOwnPropertyDescriptor(Function.prototype, "toString"),
    value: wrapper.toString,
  });
}
