/** AgentScript's Model without a browser: its bundle makes a canvas when loaded. SPDX-License-Identifier: MIT OR GPL-3.0-only. */
globalThis.OffscreenCanvas ??= class {
  getContext() {
    return {};
  }
};

export const { Model } = await import("agentscript");
