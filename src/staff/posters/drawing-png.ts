import { drawingFont, songFont } from './drawing-svg.ts';
import type { Drawing } from './poster-drawing.ts';

const millimetresPerInch = 25.4;

/**
 * A drawing as a PNG, drawn by the browser on this device.
 *
 * @throws Error when the browser refuses to draw
 */
export async function drawingPng(document: Document, drawing: Drawing, dotsPerInch = 300): Promise<Blob> {
  const scale = dotsPerInch / millimetresPerInch;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(drawing.width * scale);
  canvas.height = Math.round(drawing.height * scale);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser does not draw');
  for (const shape of drawing.shapes) {
    context.setTransform(scale, 0, 0, scale, 0, 0);
    if (shape.kind === 'path') {
      const path = new Path2D(shape.d);
      context.translate(shape.x, shape.y);
      context.scale(shape.scale, shape.scale);
      if (shape.strokeWidth === null) {
        context.fillStyle = shape.colour;
        // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, not an array
        context.fill(path);
      } else {
        context.strokeStyle = shape.colour;
        context.lineWidth = shape.strokeWidth;
        context.lineCap = 'round';
        context.lineJoin = 'round';
        context.stroke(path);
      }
    } else {
      // In whole pixels: canvases round small font sizes.
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.font = `${shape.bold ? 700 : 400} ${shape.size * scale}px ${shape.song === true ? songFont : drawingFont}`;
      context.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor;
      context.fillStyle = shape.colour;
      context.fillText(shape.text, shape.x * scale, shape.y * scale);
    }
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture was made')) : resolve(blob)), 'image/png');
  });
}
