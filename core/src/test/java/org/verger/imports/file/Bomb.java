package org.verger.imports.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;

/**
 * Archives whose parts become far larger than they are. Pieces are compressed once and repeated,
 * and the sizes that the archive states are lies.
 */
final class Bomb {

  private static final int LOCAL = 0x04034b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int DEFLATED = 8;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Map<String, int[]> entries = new LinkedHashMap<>();

  Bomb part(String name, String content) {
    return part(name, content, "", 0, "");
  }

  Bomb part(String name, String beginning, String piece, int times, String ending) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(deflated(beginning, false));
    byte[] compressed = deflated(piece, false);
    for (int time = 0; time < times; time++) {
      content.writeBytes(compressed);
    }
    content.writeBytes(deflated(ending, true));
    int offset = bytes.size();
    byte[] path = name.getBytes(StandardCharsets.UTF_8);
    ByteBuffer header = buffer(30);
    header.putInt(LOCAL).putShort((short) 20).putShort((short) 0).putShort((short) DEFLATED);
    header.putInt(0).putInt(0).putInt(content.size()).putInt(1000).putShort((short) path.length);
    bytes.writeBytes(header.array());
    bytes.writeBytes(path);
    bytes.writeBytes(content.toByteArray());
    entries.put(name, new int[] {offset, content.size()});
    return this;
  }

  byte[] bytes() {
    int directory = bytes.size();
    entries.forEach(this::central);
    int size = bytes.size() - directory;
    ByteBuffer end = buffer(22);
    end.putInt(END).putInt(0).putShort((short) entries.size()).putShort((short) entries.size());
    end.putInt(size).putInt(directory);
    bytes.writeBytes(end.array());
    return bytes.toByteArray();
  }

  private void central(String name, int[] place) {
    byte[] path = name.getBytes(StandardCharsets.UTF_8);
    ByteBuffer header = buffer(46);
    header.putInt(CENTRAL).putShort((short) 20).putShort((short) 20).putShort((short) 0);
    header.putShort((short) DEFLATED).putInt(0).putInt(0).putInt(place[1]).putInt(1000);
    header.putShort((short) path.length).position(42);
    header.putInt(place[0]);
    bytes.writeBytes(header.array());
    bytes.writeBytes(path);
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] deflated(String text, boolean last) {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
    if (last) {
      deflater.finish();
    }
    byte[] out = new byte[text.length() / 2 + 1000];
    int size = 0;
    while (true) {
      int got =
          deflater.deflate(
              out, size, out.length - size, last ? Deflater.NO_FLUSH : Deflater.FULL_FLUSH);
      if (got == 0) {
        break;
      }
      size += got;
    }
    deflater.end();
    return Arrays.copyOf(out, size);
  }
}
