package org.verger.batch.schedules;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quartz.JobPersistenceException;
import org.quartz.TriggerKey;
import org.quartz.impl.jdbcjobstore.Constants;
import org.quartz.impl.jdbcjobstore.DriverDelegate;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.NoSuchDelegateException;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;
import org.slf4j.LoggerFactory;
import org.verger.time.MovableClock;

/**
 * Quartz's store on our pool, beside all transactions of ours: within one it would have the role of
 * a church.
 */
final class ScheduleStore extends JobStoreTX {

  private static final String DATA_SOURCE = "verger";
  private static final String PREFIX = "quartz.qrtz_";

  private final DataSource pool;
  private final MovableClock clock;
  private @Nullable PostgreSQLDelegate delegate;

  ScheduleStore(DataSource pool, MovableClock clock) {
    this.pool = pool;
    this.clock = clock;
    setDataSource(DATA_SOURCE);
    // Asked when the store is shut down, and only then.
    DBConnectionManager.getInstance().addConnectionProvider(DATA_SOURCE, new OthersPool(pool));
    setTablePrefix(PREFIX);
    setIsClustered(true);
    setClusterCheckinInterval(Duration.ofSeconds(5).toMillis());
    setUseProperties("true");
  }

  /** A pool that is not Quartz' to close. */
  private record OthersPool(DataSource pool) implements ConnectionProvider {

    @Override
    public Connection getConnection() throws SQLException {
      return pool.getConnection();
    }

    @Override
    public void shutdown() {}

    @Override
    public void initialize() {}
  }

  @Override
  protected Connection getConnection() throws JobPersistenceException {
    try {
      Connection connection = pool.getConnection();
      connection.setAutoCommit(false);
      return getAttributeRestoringConnection(connection);
    } catch (SQLException away) {
      throw new JobPersistenceException("The database cannot be reached", away);
    }
  }

  // Quartz would make one by reflection, which could not be given the clock.
  @Override
  protected synchronized DriverDelegate getDelegate() throws NoSuchDelegateException {
    PostgreSQLDelegate known = delegate;
    if (known == null) {
      known = new PostgreSQLDelegate();
      known.initialize(
          LoggerFactory.getLogger(ScheduleStore.class),
          PREFIX,
          getInstanceName(),
          getInstanceId(),
          getClassLoadHelper(),
          canUseProperties(),
          null);
      known.addTriggerPersistenceDelegate(new RhythmRows(clock));
      delegate = known;
    }
    return known;
  }

  /** Lets triggers fire that much earlier, because the clock was moved on. */
  void bringForward(Duration by) throws JobPersistenceException {
    executeInLock(
        LOCK_TRIGGER_ACCESS,
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE quartz.qrtz_triggers SET next_fire_time = next_fire_time - ?")) {
            update.setLong(1, by.toMillis());
            return update.executeUpdate();
          } catch (SQLException refused) {
            throw new JobPersistenceException("Schedules cannot be brought forward", refused);
          }
        });
    signalSchedulingChangeImmediately(0);
  }

  /**
   * Puts another trigger in the place of one.
   *
   * @param version that the one was read with
   * @return whether it was there in that version
   */
  boolean replace(TriggerKey key, int version, RhythmTrigger by) throws JobPersistenceException {
    by.computeFirstFireTime(null);
    boolean replaced =
        Boolean.TRUE.equals(
            executeInLock(
                LOCK_TRIGGER_ACCESS, connection -> replace(connection, key, version, by)));
    signalSchedulingChangeImmediately(0);
    return replaced;
  }

  private boolean replace(Connection connection, TriggerKey key, int version, RhythmTrigger by)
      throws JobPersistenceException {
    if (retrieveTrigger(connection, key) instanceof RhythmTrigger now
        && now.plan().version() == version) {
      storeTrigger(connection, by, null, true, Constants.STATE_WAITING, false, false);
      return true;
    }
    return false;
  }
}
