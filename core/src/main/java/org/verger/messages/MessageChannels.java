package org.verger.messages;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which bean serves which channel: exactly one each. */
@Component
class MessageChannels {

  private final Map<Channel, MessageChannel> byChannel = new EnumMap<>(Channel.class);

  MessageChannels(List<MessageChannel> beans) {
    for (MessageChannel bean : beans) {
      if (byChannel.put(bean.channel(), bean) != null) {
        throw new IllegalStateException(
            "Two providers serve %1$s; choose one with verger.messages.%1$s"
                .formatted(bean.channel().code()));
      }
    }
  }

  MessageChannel serving(Channel channel) {
    MessageChannel bean = byChannel.get(channel);
    if (bean == null) {
      throw new ChannelUnavailableException(
          "No provider serves %1$s; choose one with verger.messages.%1$s"
              .formatted(channel.code()));
    }
    return bean;
  }
}
