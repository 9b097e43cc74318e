import { drawingFont, songFont } from './drawing-svg.ts';
import type { Drawing } from './poster-drawing.ts';

/** A drawing on the screen, and what the printer gets: the same shapes as the files. */
export function DrawingView({ drawing, label }: { readonly drawing: Drawing; readonly label: string }) {
  const { width, height, shapes } = drawing;
  return (
    <svg
      className="drawing-view"
      viewBox={`0 0 ${width} ${height}`}
      fontFamily={drawingFont}
      role="img"
      aria-label={label}
    >
      {shapes.map((shape, index) => {
        const key = `${index + 1}`;
        if (shape.kind === 'text') {
          return (
            <text
              key={key}
              x={shape.x}
              y={shape.y}
              fontSize={shape.size}
              fontWeight={shape.bold ? 700 : 400}
              textAnchor={shape.anchor}
              fill={shape.colour}
              fontFamily={shape.song === true ? songFont : undefined}
              lang={shape.language ?? undefined}
            >
              {shape.text}
            </text>
          );
        }
        const transform = `translate(${shape.x} ${shape.y}) scale(${shape.scale})`;
        return shape.strokeWidth === null ? (
          <path key={key} d={shape.d} transform={transform} fill={shape.colour} />
        ) : (
          <path
            key={key}
            d={shape.d}
            transform={transform}
            fill="none"
            stroke={shape.colour}
            strokeWidth={shape.strokeWidth}
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        );
      })}
    </svg>
  );
}
