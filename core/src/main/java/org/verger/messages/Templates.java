package org.verger.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.tenants.Tenants;

/** The templates of the current church. */
@Component
public class Templates {

  private static final String SELECT =
      "SELECT key, channel, language, subject, body, version FROM message_template ";

  private final JdbcClient jdbc;
  private final Tenants tenants;

  Templates(JdbcClient jdbc, Tenants tenants) {
    this.jdbc = jdbc;
    this.tenants = tenants;
  }

  /** All templates, by key, channel and language. */
  @Transactional(readOnly = true)
  public List<Template> all() {
    return jdbc.sql(SELECT + "ORDER BY key, channel, language").query(Templates::read).list();
  }

  /** The template in exactly this language. */
  @Transactional(readOnly = true)
  public Optional<Template> find(String key, Channel channel, String language) {
    return jdbc.sql(SELECT + "WHERE key = ? AND channel = ? AND language = ?")
        .params(key, channel.code(), language)
        .query(Templates::read)
        .optional();
  }

  /**
   * The template in this language, else in the church's first, else in any.
   *
   * @throws UnknownTemplateException when no language has it
   */
  @Transactional(readOnly = true)
  public Template inLanguage(String key, Channel channel, String language) {
    String first = tenants.current().languages().getFirst();
    return jdbc.sql(
            SELECT
                + """
                WHERE key = ? AND channel = ?
                ORDER BY language = ? DESC, language = ? DESC, language = 'en' DESC, language
                LIMIT 1
                """)
        .params(key, channel.code(), language, first)
        .query(Templates::read)
        .optional()
        .orElseThrow(() -> new UnknownTemplateException(key, channel));
  }

  /**
   * Saves a template, new (version 0) or changed (the version that was read).
   *
   * @throws TemplateConflictException when somebody else saved it in between
   */
  @Transactional
  public void save(Template template) {
    int saved =
        jdbc.sql(
                """
                INSERT INTO message_template AS t (key, channel, language, subject, body, version)
                SELECT :key, :channel, :language, :subject, :body, 1
                WHERE :version = 0 OR EXISTS
                  (SELECT FROM message_template
                   WHERE key = :key AND channel = :channel AND language = :language)
                ON CONFLICT (key, channel, language) DO UPDATE
                SET subject = excluded.subject, body = excluded.body, version = t.version + 1
                WHERE t.version = :version
                """)
            .param("key", template.key())
            .param("channel", template.channel().code())
            .param("language", template.language())
            .param("subject", template.subject())
            .param("body", template.body())
            .param("version", template.version())
            .update();
    if (saved == 0) {
      throw new TemplateConflictException(template);
    }
  }

  /** The template as a message, with sample values in place of the variables. */
  public Outgoing preview(Template template) {
    Map<TemplateVariable, String> samples = new EnumMap<>(TemplateVariable.class);
    for (TemplateVariable variable : TemplateVariable.values()) {
      samples.put(variable, variable.sample());
    }
    samples.put(TemplateVariable.CHURCH_NAME, tenants.current().name());
    return template.fill("", samples);
  }

  private static Template read(ResultSet row, int number) throws SQLException {
    return new Template(
        row.getString("key"),
        Channel.of(row.getString("channel")),
        row.getString("language"),
        row.getString("subject"),
        row.getString("body"),
        row.getInt("version"));
  }
}
