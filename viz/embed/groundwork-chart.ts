/** `<groundwork-chart>`: a chart in an article; what stands inside it is shown until the chart is there, or for good. */

const CHART = /^[a-z]{1,20}$/;
const LINK = /^g\d{1,6}\.[\w-]*$/;
const HEIGHT_PIXELS = 420;

/** A plain script, so that articles of any origin may load it; it lies beside the page. */
const HERE = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href;

function frameAddress(chart: string, link: string): string {
  const address = new URL("./", HERE);
  address.searchParams.set("embed", CHART.test(chart) ? chart : "fan");
  address.hash = LINK.test(link) ? link : "";
  return address.href;
}

class GroundworkChart extends HTMLElement {
  connectedCallback(): void {
    const frame = document.createElement("iframe");
    frame.title = this.getAttribute("title") ?? "Groundwork";
    frame.src = frameAddress(this.getAttribute("chart") ?? "", this.getAttribute("link") ?? "");
    frame.width = "100%";
    frame.height = String(Number(this.getAttribute("height")) || HEIGHT_PIXELS);
    frame.style.border = "0";
    const clear = (): void => {
      // Moved, a frame would load anew: all else goes instead.
      const others = Array.from(this.childNodes).filter((node) => node !== frame);
      others.forEach((node) => node.remove());
    };
    frame.addEventListener("load", clear, { once: true });
    this.append(frame);
  }
}

customElements.define("groundwork-chart", GroundworkChart);
