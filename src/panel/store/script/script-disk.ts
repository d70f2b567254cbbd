/** Where scripts are kept, as the text of their files, by name. */
export interface ScriptDisk {
  names(): Promise<string[]>;
  /** Null where there is none of this name. */
  get(name: string): Promise<string | null>;
  put(name: string, text: string): Promise<void>;
  delete(name: string): Promise<void>;
}

/** For a panel that may not keep anything: scripts are there until it closes. */
export function openMemoryScripts(): ScriptDisk {
  const texts = new Map<string, string>();
  return {
    names: async () => [...texts.keys()],
    get: async (name) => texts.get(name) ?? null,
    put: async (name, text) => {
      texts.set(name, text);
    },
    delete: async (name) => {
      texts.delete(name);
    },
  };
}
